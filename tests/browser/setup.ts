/** Runs before every component test: what reaches console.error or the window as an error fails the test it happened in. */
import { cleanup } from '@testing-library/react';
import { afterEach, beforeEach, expect } from 'vitest';
import { loadMessages } from '../../src/i18n/index.ts';

await loadMessages('en');

const errors: string[] = [];
const report = console.error.bind(console);

console.error = (...parts: unknown[]): void => {
  errors.push(parts.map(String).join(' '));
  report(...parts);
};
window.addEventListener('error', (event) => errors.push(event.message));
window.addEventListener('unhandledrejection', (event) => errors.push(String(event.reason)));

beforeEach(() => {
  errors.length = 0;
});

afterEach(() => {
  cleanup();
  expect(errors, 'errors on the console or the page').toEqual([]);
});

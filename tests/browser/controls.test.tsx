/** The small controls: one of a few, on or off, notices that can be dismissed. */
import { fireEvent, render, screen } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import { Notices, Toolbar } from '../../src/ui/index.ts';
import { Segmented, Switch } from '../../src/ui/Segmented.tsx';
import { mount } from './support.tsx';

const options = [
  { value: 1, text: 'one' },
  { value: 3, text: 'three' },
];

describe('Segmented', () => {
  const draw = (disabled = false) => {
    const onChange = vi.fn<(value: number) => void>();
    render(
      <Segmented
        label="Heads"
        value={3}
        options={options}
        onChange={onChange}
        disabled={disabled}
      />,
    );
    return onChange;
  };

  it('is a named group of radio buttons', () => {
    draw();
    expect(
      screen.getByRole('group', { name: 'Heads' }).querySelectorAll('[type="radio"]'),
    ).toHaveLength(2);
  });

  it('checks the value', () => {
    draw();
    expect(screen.getByRole<HTMLInputElement>('radio', { name: 'three' }).checked).toBe(true);
  });

  it('gives the value that was chosen, a number as a number', () => {
    const onChange = draw();
    fireEvent.click(screen.getByRole('radio', { name: 'one' }));
    expect(onChange.mock.calls).toEqual([[1]]);
  });

  it('rests where it has no effect', () => {
    draw(true);
    expect(screen.getByRole('radio', { name: 'one' }).matches(':disabled')).toBe(true);
  });

  it('keeps two groups of the same options apart', () => {
    draw();
    draw();
    const names = screen.getAllByRole<HTMLInputElement>('radio').map(({ name }) => name);
    expect(new Set(names).size).toBe(2);
  });
});

describe('Switch', () => {
  const draw = (checked: boolean, disabled = false) => {
    const onChange = vi.fn<(value: boolean) => void>();
    render(<Switch label="Mask" checked={checked} onChange={onChange} disabled={disabled} />);
    return onChange;
  };

  it.each([true, false])('says that it is %s', (checked) => {
    draw(checked);
    const found = screen.getByRole<HTMLInputElement>('switch', { name: 'Mask' });
    expect([found.checked, found.getAttribute('aria-checked')]).toEqual([checked, String(checked)]);
  });

  it.each([true, false])('turns over when it is %s', (checked) => {
    const onChange = draw(checked);
    fireEvent.click(screen.getByRole('switch'));
    expect(onChange.mock.calls).toEqual([[!checked]]);
  });

  it('rests where it has no effect', () => {
    draw(true, true);
    expect(screen.getByRole('switch').matches(':disabled')).toBe(true);
  });
});

describe('Toolbar', () => {
  it('sets the head, from 0 in the store and from 1 on the page', () => {
    const { store } = mount(<Toolbar />, { step: 'scores' });
    fireEvent.click(screen.getByRole('radio', { name: '3' }));
    expect(store.getState().head).toBe(2);
  });

  it('shows the step’s own mask until the reader chooses', () => {
    mount(<Toolbar />, { step: 'prediction' });
    expect(screen.getByRole<HTMLInputElement>('switch', { name: 'Mask' }).checked).toBe(true);
  });

  it('sets the mask', () => {
    const { store } = mount(<Toolbar />, { step: 'prediction' });
    fireEvent.click(screen.getByRole('switch', { name: 'Mask' }));
    expect(store.getState().causalChoice).toBe(false);
  });

  it('offers 1, 3 and 9 heads where they are cut', () => {
    mount(<Toolbar />, { step: 'weights' });
    const group = screen.getByRole('group', { name: 'Heads' });
    expect([...group.querySelectorAll('label')].map(({ textContent }) => textContent)).toEqual([
      '1',
      '3',
      '9',
    ]);
  });

  it('rests the mask’s switch on the step that shows both sides', () => {
    mount(<Toolbar />, { step: 'mask' });
    expect(screen.getByRole('switch', { name: 'Mask' }).matches(':disabled')).toBe(true);
  });
});

describe('Notices', () => {
  it('say which keys of the link could not be used', () => {
    mount(<Notices />, { rejected: ['heads', 'lang'] });
    expect(screen.getByRole('status').textContent).toContain('heads, lang');
  });

  it('go when they are dismissed', () => {
    const { container } = mount(<Notices />, { rejected: ['heads'] });
    fireEvent.click(screen.getByRole('button', { name: 'Dismiss' }));
    expect(container.querySelector('[data-notice]')).toBeNull();
  });

  it('are none where the link was good', () => {
    const { container } = mount(<Notices />);
    expect(container.querySelector('[data-notice]')).toBeNull();
  });

  it('are there to be heard before they have anything to say', () => {
    mount(<Notices />);
    expect(screen.getByRole('status')).toBeTruthy();
  });
});

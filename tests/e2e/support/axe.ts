/** What axe finds on a page. */
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';

const grave: ReadonlySet<string> = new Set(['serious', 'critical']);

/** Serious and critical violations, one line an element: rule, where, what axe says. */
export const violationsOf = async (page: Page): Promise<readonly string[]> => {
  // Every rule; what passed is not sent over, and the page has no frames that would need a second page.
  const axe = new AxeBuilder({ page }).setLegacyMode(true).options({ resultTypes: ['violations'] });
  const { violations } = await axe.analyze();
  return violations
    .filter(({ impact }) => grave.has(impact ?? ''))
    .flatMap(({ id, nodes }) =>
      nodes.map(
        ({ target, any, all, none }) =>
          `${id}: ${target.join(' ')} – ${[...any, ...all, ...none].map(({ message }) => message).join('; ')}`,
      ),
    );
};

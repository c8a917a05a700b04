/** What a step says, paragraph by paragraph. Its terms come behind the first picture: nothing moves when they do. */
import { lazy, Suspense } from 'react';
import type { TermedTextsProps } from './glossary/TermedTexts.tsx';
import { RichText } from './RichText.tsx';

const Plain = ({
  paragraphs,
  isLoading,
}: TermedTextsProps & { readonly isLoading?: true }): React.ReactNode =>
  paragraphs.map(({ text, className }, index) => (
    // By its place: where a number in it changes, it stays the same paragraph.
    <p key={index} className={className} data-loading={isLoading && ''}>
      <RichText text={text} />
    </p>
  ));

/** Without a connection the texts are still there to be read. */
const Termed = lazy(() =>
  import('./glossary/glossary.ts').then(
    ({ TermedTexts }) => ({ default: TermedTexts }),
    () => ({ default: Plain as (props: TermedTextsProps) => React.ReactNode }),
  ),
);

export const Texts = (props: TermedTextsProps): React.ReactNode => (
  <Suspense fallback={<Plain {...props} isLoading />}>
    <Termed {...props} />
  </Suspense>
);

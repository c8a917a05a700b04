/** The texts of a step with the terms of the glossary in them, each of which opens a card that explains it. */
import { useId, useState } from 'react';
import { useApp, useFrame } from '../../frame/index.ts';
import { glossaryTextsOf, type TermId } from '../../i18n/index.ts';
import { RichText } from '../RichText.tsx';
import { TermCard } from './TermCard.tsx';
import styles from './TermedTexts.module.css';

export interface TermedTextsProps {
  readonly paragraphs: readonly {
    readonly text: string;
    readonly className?: string | undefined;
  }[];
}

interface TermProps {
  readonly term: TermId;
  readonly text: string;
  /** The id of the open card, null while this term's is closed. */
  readonly card: string | null;
  readonly onPress: (anchor: HTMLElement) => void;
}

/** A button that is set as the text around it: a `button` would be a box of its own, which breaks lines in other places. */
const Term = ({ term, text, card, onPress }: TermProps): React.ReactNode => (
  <span
    role="button"
    tabIndex={0}
    className={styles['term']}
    data-glossary={term}
    aria-haspopup="dialog"
    aria-expanded={card !== null}
    aria-controls={card ?? undefined}
    onClick={(event) => onPress(event.currentTarget)}
    onKeyDown={(event) => {
      if (event.key !== 'Enter' && event.key !== ' ') return;
      event.preventDefault();
      if (!event.repeat) onPress(event.currentTarget);
    }}
  >
    <RichText text={text} />
  </span>
);

export const TermedTexts = ({ paragraphs }: TermedTextsProps): React.ReactNode => {
  const { language } = useFrame();
  const step = useApp((state) => state.step);
  const id = useId();
  const place = `${step} ${language}`;
  const [pressed, setPressed] = useState<{
    readonly term: TermId;
    readonly anchor: HTMLElement;
    readonly place: string;
  } | null>(null);
  // A card belongs to the text it was opened in: another step or language closes it for good.
  const open = pressed?.place === place ? pressed : null;
  if (pressed !== open) setPressed(null);
  const press = (term: TermId, anchor: HTMLElement): void =>
    setPressed(open?.term === term ? null : { term, anchor, place });
  const found = glossaryTextsOf(language).find(paragraphs.map(({ text }) => text));
  return (
    <>
      {paragraphs.map(({ className }, index) => (
        // By its place, and a term by its name: where a number changes, both stay the same elements.
        <p key={index} className={className}>
          {found[index]?.map(({ term, text }, at) =>
            term === null ? (
              <RichText key={at} text={text} />
            ) : (
              <Term
                key={term}
                term={term}
                text={text}
                card={open?.term === term ? id : null}
                onPress={(anchor) => press(term, anchor)}
              />
            ),
          )}
        </p>
      ))}
      {open && (
        <TermCard
          key={open.term}
          id={id}
          term={open.term}
          anchor={open.anchor}
          onClose={() => setPressed(null)}
        />
      )}
    </>
  );
};

/** The list of terms, fetched when it is first asked for. */
import { useCallback, useState } from 'react';

type List = (props: { readonly onClose: () => void }) => React.ReactNode;

/** What opens the list, and the list where it is open. */
export const useGlossary = (): { readonly open: () => void; readonly list: React.ReactNode } => {
  const [List, setList] = useState<List | null>(null);
  const open = useCallback((): void => {
    import('../ui/glossary/glossary.ts').then(
      ({ GlossaryList }) => setList(() => GlossaryList),
      // Without a connection it stays closed, and can be asked for again.
      () => undefined,
    );
  }, []);
  return { open, list: List && <List onClose={() => setList(null)} /> };
};

/** What readers change with, in a bundle of its own behind the first picture. */
import { useEffect, useState } from 'react';

export type Changes = typeof import('../changes/index.ts');

/** The bundle; null where it cannot be had. */
export const loadChanges = async (): Promise<Changes | null> =>
  import('../changes/index.ts').catch(() => null);

/** The bundle as soon as it is there. */
export const useChanges = (): Changes | null => {
  const [changes, setChanges] = useState<Changes | null>(null);
  useEffect(() => {
    let wanted = true;
    const show = async (): Promise<void> => {
      const loaded = await loadChanges();
      if (wanted) setChanges(() => loaded);
    };
    void show();
    return () => {
      wanted = false;
    };
  }, []);
  return changes;
};

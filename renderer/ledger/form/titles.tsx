import { createContext, useCallback, useContext, useMemo, useState, type ReactNode } from 'react';

interface TitlesValue {
  /** Title of a referred record; empty while unknown. */
  readonly titleOf: (id: string) => string;
  /** Remembers the title of a record that was just picked. */
  readonly learn: (id: string, title: string) => void;
}

const TitlesContext = createContext<TitlesValue | null>(null);

interface TitlesProviderProps {
  readonly known: Readonly<Record<string, string>>;
  readonly children: ReactNode;
}

/** Titles of the records that a form refers to: those that came with the record and those picked since. */
export function TitlesProvider({ known, children }: TitlesProviderProps): ReactNode {
  const [learnt, setLearnt] = useState<Readonly<Record<string, string>>>({});
  const learn = useCallback((id: string, title: string) => {
    setLearnt((before) => (before[id] === title ? before : { ...before, [id]: title }));
  }, []);
  const value = useMemo(
    () => ({ titleOf: (id: string) => learnt[id] ?? known[id] ?? '', learn }),
    [known, learnt, learn],
  );
  return <TitlesContext.Provider value={value}>{children}</TitlesContext.Provider>;
}

export function useTitles(): TitlesValue {
  const value = useContext(TitlesContext);
  if (!value) throw new Error('useTitles outside TitlesProvider');
  return value;
}

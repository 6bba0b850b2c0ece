import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { useEffect, useId, useState, type KeyboardEvent, type ReactNode, type RefObject } from 'react';
import { QuietButton } from '../../ui/QuietButton.tsx';
import { noPlace, pressKey, type KeyPlace } from './markKeys.ts';

export interface BoardPerson {
  readonly id: string;
  readonly number: number;
  readonly name: string;
  /** The mark in words; the usual one is shown quietly. */
  readonly word: string;
  readonly usual: boolean;
  /** Shown beside the name, e.g. why the pupil may not take part yet. */
  readonly hint: string | null;
}

export interface BoardMark {
  /** Lower-case letter. */
  readonly key: string;
  readonly word: string;
}

interface MarkBoardProps {
  readonly label: string;
  readonly people: readonly BoardPerson[];
  readonly marks: readonly BoardMark[];
  readonly disabled?: boolean;
  readonly listRef: RefObject<HTMLDivElement | null>;
  readonly onMark: (personId: string, key: string) => void;
}

/** A roll as tiles: found by number or initials, marked by one key, or by mouse and finger with the buttons above. */
export function MarkBoard({ label, people, marks, disabled, listRef, onMark }: MarkBoardProps): ReactNode {
  const id = useId();
  const [place, setPlace] = useState<KeyPlace>(noPlace);
  const current = place.at === null ? undefined : people[place.at];

  useEffect(() => {
    listRef.current?.focus();
  }, [listRef]);
  useEffect(() => {
    listRef.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' });
  }, [listRef, place.at]);

  function handleKey(event: KeyboardEvent) {
    if (disabled || event.ctrlKey || event.altKey || event.metaKey) return;
    const answer = pressKey(
      place,
      event.key,
      people,
      marks.map(({ key }) => key),
    );
    if (!answer) return;
    event.preventDefault();
    setPlace(answer.place);
    const person = answer.mark ? people[answer.mark.index] : undefined;
    if (answer.mark && person) onMark(person.id, answer.mark.key);
  }

  return (
    <Box>
      <Box
        sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, alignItems: 'center', mb: 1, minHeight: '2.75rem' }}
      >
        <Typography role="status" sx={{ minWidth: '11rem' }}>
          {wordsFor(place, current)}
        </Typography>
        {marks.map((mark) => (
          <QuietButton
            key={mark.key}
            disabled={disabled || !current}
            aria-keyshortcuts={mark.key}
            sx={{ minHeight: '2.75rem' }}
            onClick={() => {
              if (!current) return;
              onMark(current.id, mark.key);
              setPlace((before) => ({ ...before, typed: '', chosen: false }));
            }}
          >
            {`${mark.word} ${mark.key.toUpperCase()}`}
          </QuietButton>
        ))}
      </Box>
      <Box
        ref={listRef}
        role="listbox"
        aria-label={label}
        aria-activedescendant={current ? `${id}-${current.number}` : undefined}
        tabIndex={0}
        onKeyDown={handleKey}
        sx={{
          display: 'grid',
          gridTemplateColumns: 'repeat(auto-fill, minmax(8rem, 1fr))',
          gap: 0.5,
          p: 0.5,
          maxHeight: 'calc(100vh - 21rem)',
          overflow: 'auto',
          '&:focus-visible': { outline: '2px solid', outlineColor: 'primary.main' },
        }}
      >
        {people.map((person, index) => (
          <Tile
            key={person.id}
            id={`${id}-${person.number}`}
            person={person}
            isCurrent={index === place.at}
            onPick={() => setPlace({ typed: '', at: index, chosen: true })}
          />
        ))}
      </Box>
    </Box>
  );
}

function wordsFor(place: KeyPlace, current: BoardPerson | undefined): string {
  if (place.typed !== '' && !current) return `没有“${place.typed}”，按退格重输`;
  if (!current) return '输入序号或姓名首字母';
  if (/^[a-z]+$/.test(place.typed)) return `${place.typed} → ${current.name}，按空格选定`;
  return place.chosen || place.typed !== ''
    ? `${current.number} ${current.name}：按字母记`
    : `${current.name}：${current.word}`;
}

interface TileProps {
  readonly id: string;
  readonly person: BoardPerson;
  readonly isCurrent: boolean;
  readonly onPick: () => void;
}

function Tile({ id, person, isCurrent, onPick }: TileProps): ReactNode {
  return (
    <Box
      id={id}
      role="option"
      aria-selected={isCurrent}
      onClick={onPick}
      title={person.hint ?? undefined}
      sx={{
        display: 'flex',
        alignItems: 'center',
        gap: 0.75,
        minHeight: '2.75rem',
        px: 1,
        cursor: 'pointer',
        border: 1,
        borderRadius: 1,
        borderColor: isCurrent ? 'text.primary' : 'divider',
        outline: isCurrent ? '2px solid' : 'none',
        outlineColor: 'text.primary',
        bgcolor: person.usual ? 'background.paper' : '#FCF0DC',
        fontWeight: person.usual ? 400 : 600,
      }}
    >
      <Box component="span" sx={{ width: '1.25rem', color: 'text.secondary', fontSize: '0.8125rem' }}>
        {person.number}
      </Box>
      <Box
        component="span"
        sx={{ flex: 1, minWidth: 0, overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' }}
      >
        {person.name}
        {person.hint === null ? '' : ' ◔'}
      </Box>
      <Box
        component="span"
        sx={{
          fontSize: '0.8125rem',
          whiteSpace: 'nowrap',
          color: person.usual ? 'text.secondary' : 'text.primary',
        }}
      >
        {person.usual ? '✓' : person.word}
      </Box>
    </Box>
  );
}

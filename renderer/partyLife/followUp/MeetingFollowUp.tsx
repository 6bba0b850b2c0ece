import Box from '@mui/material/Box';
import type { ReactNode } from 'react';
import type { PlatformMeeting } from '../../../shared/domain/partyLife/platformText.ts';
import type { LooseValues } from '../../../shared/ledger/definition.ts';
import { rowsOf } from '../../../shared/ledger/schema.ts';
import type { RecordPanelProps } from '../../ledger/detail/RecordScreen.tsx';
import { dutyWords, textOf, textOrNull } from './looseValues.ts';
import { PlatformPanel } from './PlatformPanel.tsx';
import { SettleList } from './SettleList.tsx';

/** On the page of a meeting: what is to be done after it, settled in place, and the text for the provincial platform. */
export function MeetingFollowUp({ view, mayWrite }: RecordPanelProps): ReactNode {
  const { record, titles } = view;
  const { values } = record;
  const meeting = { ledger: 'partyMeeting', id: record.id, revision: record.revision } as const;
  const nameOf = (id: unknown): string => (typeof id === 'string' ? (titles[id] ?? '') : '');
  const absent = rowsOf(values['attendance']).filter(({ state }) => state !== '出席' && state !== '不计应到');
  const done = record.state !== 'draft';
  return (
    <Box sx={{ display: 'grid', gap: 2, mb: 2.5 }}>
      {values['type'] === '谈心谈话' ? null : (
        <PlatformPanel meeting={platformMeeting(values, nameOf)} record={record} mayWrite={mayWrite} />
      )}
      {done ? (
        <>
          <SettleList
            title="补学"
            kind="makingUp"
            meeting={meeting}
            mayWrite={mayWrite}
            rows={absent.map((row) => ({
              id: String(row['id']),
              about: nameOf(row['member']),
              words: [textOf(row['state']), textOf(row['reason'])].filter(Boolean).join('，'),
              on: textOrNull(row['madeUpOn']),
              note: textOrNull(row['madeUpHow']),
            }))}
          />
          <SettleList
            title="决议落实"
            kind="closing"
            meeting={meeting}
            mayWrite={mayWrite}
            rows={rowsOf(values['resolutions']).map((row) => ({
              id: String(row['id']),
              about: textOf(row['content']),
              words: dutyWords(nameOf(row['owner']), textOrNull(row['dueOn'])),
              on: textOrNull(row['closedOn']),
              note: textOrNull(row['progress']),
            }))}
          />
        </>
      ) : null}
    </Box>
  );
}

function platformMeeting(values: LooseValues, nameOf: (id: unknown) => string): PlatformMeeting {
  const count = (value: unknown): number => (typeof value === 'number' ? value : 0);
  return {
    branch: nameOf(values['branch']),
    type: textOf(values['type']),
    title: textOf(values['title']),
    heldOn: textOf(values['heldOn']),
    startsAt: textOf(values['startsAt']),
    endsAt: textOf(values['endsAt']),
    place: textOf(values['place']),
    host: nameOf(values['host']),
    recorder: nameOf(values['recorder']),
    attendance: rowsOf(values['attendance']).map((row) => ({
      name: nameOf(row['member']),
      state: textOf(row['state']),
      reason: textOrNull(row['reason']),
    })),
    guests: textOrNull(values['guests']),
    topics: textOrNull(values['topics']),
    agenda: rowsOf(values['agenda']).map((row) => ({
      item: textOf(row['item']),
      speaker: nameOf(row['speaker']) || null,
      speech: textOrNull(row['speech']),
    })),
    body: textOrNull(values['body']),
    votes: rowsOf(values['votes']).map((row) => ({
      matter: textOf(row['matter']),
      dueVoters: count(row['dueVoters']),
      presentVoters: count(row['presentVoters']),
      inFavour: count(row['inFavour']),
      against: count(row['against']),
      abstained: count(row['abstained']),
      outcome: textOf(row['outcome']),
    })),
    resolutions: rowsOf(values['resolutions']).map((row) => ({
      content: textOf(row['content']),
      owner: nameOf(row['owner']) || null,
      dueOn: textOrNull(row['dueOn']),
    })),
  };
}

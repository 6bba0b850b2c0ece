import { lazy, Suspense, type ComponentType, type LazyExoticComponent, type ReactNode } from 'react';
import type { RecordPanelProps } from '../ledger/detail/RecordScreen.tsx';

const meetingPanel = lazy(async () => ({
  default: (await import('../partyLife/followUp/MeetingFollowUp.tsx')).MeetingFollowUp,
}));
const governancePanel = lazy(async () => ({
  default: (await import('../partyLife/followUp/GovernanceFollowUp.tsx')).GovernanceFollowUp,
}));

/** What single ledgers show on a record's page beside its values, by ledger id. */
const panels: Readonly<Record<string, LazyExoticComponent<ComponentType<RecordPanelProps>>>> = {
  partyMeeting: meetingPanel,
  governanceMeeting: governancePanel,
};

/** The ledger's own part of a record's page; nothing where it has none. */
export function RecordPanel(props: RecordPanelProps): ReactNode {
  const Panel = panels[props.ledger];
  if (!Panel) return null;
  return (
    <Suspense fallback={null}>
      <Panel {...props} />
    </Suspense>
  );
}

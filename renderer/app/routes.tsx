import type { ComponentType, ReactNode } from 'react';
import { createHashRouter, useNavigate, type RouteObject } from 'react-router';
import { Loading } from '../ui/Loading.tsx';
import { FaultNotice } from './FaultBoundary.tsx';
import { Frame } from './Frame.tsx';
import { RecordPanel } from './recordPanels.tsx';

/**
 * Addresses of all screens inside the frame. A screen is a named component in a file of its own, read when first needed.
 *
 * - `#/ledger/:ledgerId` list · `…/statistics` · `…/new` · `…/:recordId` · `…/:recordId/edit`
 * - `#/party/plan?branch=…&month=…&view=list` year plan
 * - `#/party/development` board · `…/:personId` dossier
 * - `#/party/members` roll · `…/:memberId` one person · `#/party/talks` · `#/party/fees` · `#/party/hours`, all with `?branch=…&year=…`
 * - `#/service/day?on=…` one day of service · `#/service/session/:slotId?part=handover` · `#/service/paper?course=…&on=…` · `#/service/pay?month=…`
 * - `#/service/sign-up` · `#/service/statistics`
 * - `#/party/campaigns?year=…` the year's 组织生活会 and 民主评议 · `…/:campaignId?step=…` one of them
 * - `#/ethics/appraisal` rounds · `…/new` · `…/:roundId` board · `…/:roundId/:staffId` one person
 * - `#/party/follow-up?year=…&view=makeUps` what meetings have left to do
 * - `#/import/:ledgerId?` · `#/reports?name=…&period=…&recordId=…` · `#/submission?period=…` · `#/roster?from=…&weeks=…`
 */
const screens: Readonly<Record<string, () => Promise<ComponentType>>> = {
  '': async () => (await import('../dashboard/DashboardScreen.tsx')).DashboardScreen,
  'area/:area': async () => (await import('./AreaScreen.tsx')).AreaScreen,
  'ledger/:ledgerId/statistics': async () =>
    (await import('../ledger/statistics/StatisticsScreen.tsx')).StatisticsScreen,
  'party/plan': async () => (await import('../partyLife/plan/PlanScreen.tsx')).PlanScreen,
  'party/development': async () => (await import('../partyLife/development/BoardScreen.tsx')).BoardScreen,
  'party/development/:personId': async () =>
    (await import('../partyLife/development/DossierScreen.tsx')).DossierScreen,
  'party/members': async () => (await import('../partyLife/members/MembersScreen.tsx')).MembersScreen,
  'party/members/:memberId': async () => (await import('../partyLife/members/MemberScreen.tsx')).MemberScreen,
  'party/talks': async () => (await import('../partyLife/members/TalksScreen.tsx')).TalksScreen,
  'party/fees': async () => (await import('../partyLife/members/FeesScreen.tsx')).FeesScreen,
  'party/hours': async () => (await import('../partyLife/members/HoursScreen.tsx')).HoursScreen,
  'party/campaigns': async () => (await import('../partyLife/campaigns/CampaignsScreen.tsx')).CampaignsScreen,
  'party/campaigns/:campaignId': async () =>
    (await import('../partyLife/campaigns/CampaignScreen.tsx')).CampaignScreen,
  'party/follow-up': async () => (await import('../partyLife/followUp/FollowUpScreen.tsx')).FollowUpScreen,
  'import/:ledgerId?': async () => (await import('../ledger/importWizard/ImportScreen.tsx')).ImportScreen,
  'ethics/gate': async () => (await import('../ethics/GateScreen.tsx')).GateScreen,
  'ethics/cases': async () => (await import('../ethics/CaseBoardScreen.tsx')).CaseBoardScreen,
  'ethics/cases/new': async () => (await import('../ethics/CaseIntakeScreen.tsx')).CaseIntakeScreen,
  'ethics/cases/:caseId': async () => (await import('../ethics/CaseScreen.tsx')).CaseScreen,
  'ethics/appraisal': async () => (await import('../ethics/appraisal/RoundsScreen.tsx')).RoundsScreen,
  'ethics/appraisal/new': async () => (await import('../ethics/appraisal/NewRoundScreen.tsx')).NewRoundScreen,
  'ethics/appraisal/:roundId': async () => (await import('../ethics/appraisal/RoundScreen.tsx')).RoundScreen,
  'ethics/appraisal/:roundId/:staffId': async () =>
    (await import('../ethics/appraisal/PersonSheetScreen.tsx')).PersonSheetScreen,
  'ethics/people': async () => (await import('../ethics/PeopleScreen.tsx')).PeopleScreen,
  'ethics/people/:staffId': async () => (await import('../ethics/TeacherFileScreen.tsx')).TeacherFileScreen,
  'ethics/campaigns': async () => (await import('../ethics/campaigns/CampaignScreen.tsx')).CampaignScreen,
  'ethics/plan': async () => (await import('../ethics/campaigns/EthicsPlanScreen.tsx')).EthicsPlanScreen,
  'ethics/surveys': async () => (await import('../ethics/campaigns/SurveysScreen.tsx')).SurveysScreen,
  'ethics/surveys/:surveyId': async () => (await import('../ethics/campaigns/SurveyScreen.tsx')).SurveyScreen,
  'ethics/honours': async () => (await import('../ethics/campaigns/HonoursScreen.tsx')).HonoursScreen,
  roster: async () => (await import('../afterSchool/RosterScreen.tsx')).RosterScreen,
  'service/day': async () => (await import('../afterSchool/day/DayScreen.tsx')).DayScreen,
  'service/session/:slotId': async () => (await import('../afterSchool/day/SessionScreen.tsx')).SessionScreen,
  'service/paper': async () => (await import('../afterSchool/day/PaperScreen.tsx')).PaperScreen,
  'service/pay': async () => (await import('../afterSchool/pay/PayScreen.tsx')).PayScreen,
  'service/sign-up': async () => (await import('../afterSchool/signUp/SignUpScreen.tsx')).SignUpScreen,
  'service/statistics': async () =>
    (await import('../afterSchool/statistics/ServiceStatisticsScreen.tsx')).ServiceStatisticsScreen,
  reports: async () => (await import('../reports/ReportsScreen.tsx')).ReportsScreen,
  submission: async () => (await import('../reports/SubmissionScreen.tsx')).SubmissionScreen,
  'settings/*': async () => (await import('../settings/SettingsScreen.tsx')).SettingsScreen,
  backups: async () => (await import('../upkeep/BackupsScreen.tsx')).BackupsScreen,
  'recycle-bin': async () => (await import('../upkeep/RecycleBinScreen.tsx')).RecycleBinScreen,
  help: async () => (await import('./HelpScreen.tsx')).HelpScreen,
  '*': async () => (await import('../ui/UnknownScreen.tsx')).UnknownScreen,
};

const ledgerScreens: RouteObject = {
  path: 'ledger/:ledgerId',
  lazy: async () => ({ Component: (await import('../ledger/LedgerScreen.tsx')).LedgerScreen }),
  children: [
    screen('new', async () => (await import('../ledger/form/NewRecordScreen.tsx')).NewRecordScreen),
    screen(':recordId', async () => {
      const { RecordScreen } = await import('../ledger/detail/RecordScreen.tsx');
      return () => <RecordScreen Panel={RecordPanel} />;
    }),
    screen(
      ':recordId/edit',
      async () => (await import('../ledger/form/EditRecordScreen.tsx')).EditRecordScreen,
    ),
  ],
};

export const router = createHashRouter([
  {
    path: '/',
    Component: Frame,
    HydrateFallback: Loading,
    children: [
      {
        ErrorBoundary: ScreenFault,
        children: [ledgerScreens, ...Object.entries(screens).map(([path, read]) => screen(path, read))],
      },
    ],
  },
]);

function screen(path: string, read: () => Promise<ComponentType>): RouteObject {
  return { path, lazy: async () => ({ Component: await read() }) };
}

function ScreenFault(): ReactNode {
  const navigate = useNavigate();
  return <FaultNotice onRetry={() => void navigate('/')} />;
}

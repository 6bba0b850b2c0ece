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
 * - `#/import/:ledgerId?` · `#/reports?name=…&period=…&recordId=…` · `#/submission?period=…` · `#/roster`
 */
const screens: RouteObject[] = [
  screen('', async () => (await import('../dashboard/DashboardScreen.tsx')).DashboardScreen, true),
  screen('area/:area', async () => (await import('./AreaScreen.tsx')).AreaScreen),
  screen(
    'ledger/:ledgerId/statistics',
    async () => (await import('../ledger/statistics/StatisticsScreen.tsx')).StatisticsScreen,
  ),
  {
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
  },
  screen('party/plan', async () => (await import('../partyLife/plan/PlanScreen.tsx')).PlanScreen),
  screen(
    'party/development',
    async () => (await import('../partyLife/development/BoardScreen.tsx')).BoardScreen,
  ),
  screen(
    'party/development/:personId',
    async () => (await import('../partyLife/development/DossierScreen.tsx')).DossierScreen,
  ),
  screen('party/members', async () => (await import('../partyLife/members/MembersScreen.tsx')).MembersScreen),
  screen(
    'party/members/:memberId',
    async () => (await import('../partyLife/members/MemberScreen.tsx')).MemberScreen,
  ),
  screen('party/talks', async () => (await import('../partyLife/members/TalksScreen.tsx')).TalksScreen),
  screen('party/fees', async () => (await import('../partyLife/members/FeesScreen.tsx')).FeesScreen),
  screen('party/hours', async () => (await import('../partyLife/members/HoursScreen.tsx')).HoursScreen),
  screen(
    'party/campaigns',
    async () => (await import('../partyLife/campaigns/CampaignsScreen.tsx')).CampaignsScreen,
  ),
  screen(
    'party/campaigns/:campaignId',
    async () => (await import('../partyLife/campaigns/CampaignScreen.tsx')).CampaignScreen,
  ),
  screen(
    'party/follow-up',
    async () => (await import('../partyLife/followUp/FollowUpScreen.tsx')).FollowUpScreen,
  ),
  screen(
    'import/:ledgerId?',
    async () => (await import('../ledger/importWizard/ImportScreen.tsx')).ImportScreen,
  ),
  screen('ethics/gate', async () => (await import('../ethics/GateScreen.tsx')).GateScreen),
  screen('ethics/cases', async () => (await import('../ethics/CaseBoardScreen.tsx')).CaseBoardScreen),
  screen('ethics/cases/new', async () => (await import('../ethics/CaseIntakeScreen.tsx')).CaseIntakeScreen),
  screen('ethics/cases/:caseId', async () => (await import('../ethics/CaseScreen.tsx')).CaseScreen),
  screen('ethics/appraisal', async () => (await import('../ethics/appraisal/RoundsScreen.tsx')).RoundsScreen),
  screen(
    'ethics/appraisal/new',
    async () => (await import('../ethics/appraisal/NewRoundScreen.tsx')).NewRoundScreen,
  ),
  screen(
    'ethics/appraisal/:roundId',
    async () => (await import('../ethics/appraisal/RoundScreen.tsx')).RoundScreen,
  ),
  screen(
    'ethics/appraisal/:roundId/:staffId',
    async () => (await import('../ethics/appraisal/PersonSheetScreen.tsx')).PersonSheetScreen,
  ),
  screen('ethics/people', async () => (await import('../ethics/PeopleScreen.tsx')).PeopleScreen),
  screen(
    'ethics/people/:staffId',
    async () => (await import('../ethics/TeacherFileScreen.tsx')).TeacherFileScreen,
  ),
  screen(
    'ethics/campaigns',
    async () => (await import('../ethics/campaigns/CampaignScreen.tsx')).CampaignScreen,
  ),
  screen(
    'ethics/plan',
    async () => (await import('../ethics/campaigns/EthicsPlanScreen.tsx')).EthicsPlanScreen,
  ),
  screen('ethics/surveys', async () => (await import('../ethics/campaigns/SurveysScreen.tsx')).SurveysScreen),
  screen(
    'ethics/surveys/:surveyId',
    async () => (await import('../ethics/campaigns/SurveyScreen.tsx')).SurveyScreen,
  ),
  screen('ethics/honours', async () => (await import('../ethics/campaigns/HonoursScreen.tsx')).HonoursScreen),
  screen('roster', async () => (await import('../afterSchool/RosterScreen.tsx')).RosterScreen),
  screen('service/day', async () => (await import('../afterSchool/day/DayScreen.tsx')).DayScreen),
  screen(
    'service/session/:slotId',
    async () => (await import('../afterSchool/day/SessionScreen.tsx')).SessionScreen,
  ),
  screen('service/paper', async () => (await import('../afterSchool/day/PaperScreen.tsx')).PaperScreen),
  screen('service/pay', async () => (await import('../afterSchool/pay/PayScreen.tsx')).PayScreen),
  screen(
    'service/sign-up',
    async () => (await import('../afterSchool/signUp/SignUpScreen.tsx')).SignUpScreen,
  ),
  screen(
    'service/statistics',
    async () =>
      (await import('../afterSchool/statistics/ServiceStatisticsScreen.tsx')).ServiceStatisticsScreen,
  ),
  screen('reports', async () => (await import('../reports/ReportsScreen.tsx')).ReportsScreen),
  screen('submission', async () => (await import('../reports/SubmissionScreen.tsx')).SubmissionScreen),
  screen('settings/*', async () => (await import('../settings/SettingsScreen.tsx')).SettingsScreen),
  screen('backups', async () => (await import('../upkeep/BackupsScreen.tsx')).BackupsScreen),
  screen('recycle-bin', async () => (await import('../upkeep/RecycleBinScreen.tsx')).RecycleBinScreen),
  screen('help', async () => (await import('./HelpScreen.tsx')).HelpScreen),
  screen('*', async () => (await import('../ui/UnknownScreen.tsx')).UnknownScreen),
];

export const router = createHashRouter([
  {
    path: '/',
    Component: Frame,
    HydrateFallback: Loading,
    children: [{ ErrorBoundary: ScreenFault, children: screens }],
  },
]);

function screen(path: string, read: () => Promise<ComponentType>, index = false): RouteObject {
  const lazy = async () => ({ Component: await read() });
  return index ? { index: true, lazy } : { path, lazy };
}

function ScreenFault(): ReactNode {
  const navigate = useNavigate();
  return <FaultNotice onRetry={() => void navigate('/')} />;
}

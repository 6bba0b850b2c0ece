import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { useState, type ReactNode } from 'react';
import { areaLabels } from '../../../shared/text/areas.ts';
import { useCall } from '../../client.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { FailureNotice } from '../../ui/FailureNotice.tsx';
import { Loading } from '../../ui/Loading.tsx';
import { isNamedBy } from '../../ui/nameMatch.ts';
import { SettingsPage } from '../SettingsPage.tsx';
import { FindBox } from './FindBox.tsx';
import { ParameterTabs } from './ParameterTabs.tsx';
import { RuleTable } from './RuleTable.tsx';

/** Every rule of the program: what it looks at, how grave its findings are, and what it rests on. */
export function RuleList(): ReactNode {
  const rules = useCall('checks.rules', {});
  const parameters = useCall('parameters.list', {});
  const [typed, setTyped] = useState('');
  const wanted = typed.trim();
  const shown = (rules.data ?? []).filter(
    ({ id, label, basis }) =>
      wanted === '' ||
      id.toLowerCase().includes(wanted.toLowerCase()) ||
      basis.includes(wanted) ||
      isNamedBy(label, wanted),
  );
  const areas = [...new Set(shown.map(({ area }) => area))];
  const error = rules.error ?? parameters.error;
  return (
    <SettingsPage title="检查规则" hint="程序每天按这些规则核对记录，工作台上的检查发现都注明依据。">
      <ParameterTabs shown="rules" />
      <FailureNotice
        error={error}
        onRetry={() => void Promise.all([rules.refetch(), parameters.refetch()])}
      />
      <FindBox label="查找规则、依据或编号" value={typed} onChange={setTyped} />
      {rules.data || error ? null : <Loading />}
      {rules.data && shown.length === 0 ? <EmptyState sentence="没有符合的规则。" /> : null}
      {areas.map((area) => (
        <Box key={area} component="section" sx={{ mb: 2 }}>
          <Typography variant="h2" sx={{ mt: 1 }}>
            {areaLabels[area]}
          </Typography>
          <RuleTable
            label={`${areaLabels[area]}规则`}
            rules={shown.filter((rule) => rule.area === area)}
            parameters={parameters.data ?? []}
          />
        </Box>
      ))}
    </SettingsPage>
  );
}

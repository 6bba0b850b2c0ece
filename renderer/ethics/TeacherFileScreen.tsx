import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import type { ReactNode } from 'react';
import { Link, useNavigate, useParams } from 'react-router';
import type { PersonFile, PersonFileSection } from '../../shared/contract/ethics.ts';
import { useRights } from '../ground/sessionContext.tsx';
import { useCall } from '../client.ts';
import { PageHeader } from '../ui/PageHeader.tsx';
import { Panel } from '../ui/Panel.tsx';
import { QuietButton } from '../ui/QuietButton.tsx';
import { remedyAddress } from '../ui/remedyAddress.ts';
import { Unanswered } from '../ui/Unanswered.tsx';

/** 师德档案 of one person over the years: what is there, what runs and what is missing. */
export function TeacherFileScreen(): ReactNode {
  const { staffId = '' } = useParams();
  const file = useCall('ethics.personFile', { staffId }, { fresh: true });
  if (!file.isSuccess) return <Unanswered query={file} />;
  const { name, basics, sections, running, missing } = file.data;
  return (
    <>
      <PageHeader
        title={`${name}的师德档案`}
        hint={basics
          .filter(
            ([label, value]) => value !== '' && ['人员类别', '任教学科', '职称', '现任职务'].includes(label),
          )
          .map(([, value]) => value)
          .join(' · ')}
        actions={
          <>
            <Button href="/ethics/people" color="secondary">
              换一位
            </Button>
            <QuietButton href={`/ledger/staff/${staffId}`}>基本信息</QuietButton>
            <Button
              href={`/reports?${new URLSearchParams({ name: 'ethicsFile', recordId: staffId }).toString()}`}
              variant="contained"
            >
              打印档案
            </Button>
          </>
        }
      />
      {running.map(({ caseId, sentence }) => (
        <Alert
          key={sentence}
          severity="error"
          sx={{ mb: 1 }}
          action={
            <Button color="inherit" href={`/ethics/cases/${caseId}`}>
              打开案件
            </Button>
          }
        >
          {sentence}
        </Alert>
      ))}
      <Missing file={{ staffId, missing }} />
      <Box sx={{ display: 'grid', gap: 2, gridTemplateColumns: { xs: '1fr', md: '1fr 1fr' }, mt: 2 }}>
        {sections.map((section) => (
          <Section key={section.title} section={section} />
        ))}
      </Box>
    </>
  );
}

function Missing({ file }: { readonly file: Pick<PersonFile, 'staffId' | 'missing'> }): ReactNode {
  const navigate = useNavigate();
  const rights = useRights();
  if (file.missing.length === 0)
    return <Alert severity="success">承诺书、考核、自查和准入查询都已齐全。</Alert>;
  return (
    <Panel title={`还缺 ${file.missing.length} 项`} label="还缺什么">
      {file.missing.map(({ sentence, ledger, period }) => {
        const { to, state } = remedyAddress({
          kind: 'create',
          ledger,
          period,
          values: { staff: file.staffId },
        });
        return (
          <Box key={sentence} sx={{ display: 'flex', gap: 1, alignItems: 'center' }}>
            <Typography sx={{ flex: 1 }}>{sentence}</Typography>
            {rights.mayWrite('ethics') ? (
              <Button onClick={() => void navigate(to, { state })} aria-label={`去登记：${sentence}`}>
                去登记
              </Button>
            ) : null}
          </Box>
        );
      })}
    </Panel>
  );
}

function Section({ section }: { readonly section: PersonFileSection }): ReactNode {
  return (
    <Panel title={section.title} hint={`${section.entries.length} 条`}>
      {section.entries.length === 0 ? (
        <Typography variant="body2" color="textSecondary">
          没有记录。
        </Typography>
      ) : (
        <Box component="ul" sx={{ m: 0, p: 0, listStyle: 'none' }}>
          {section.entries.map((entry) => (
            <Box key={entry.id} component="li" sx={{ py: 0.5, borderTop: 1, borderColor: 'divider' }}>
              <Box
                component={Link}
                to={
                  entry.ledger === 'ethicsCase'
                    ? `/ethics/cases/${entry.id}`
                    : `/ledger/${entry.ledger}/${entry.id}`
                }
                sx={{ color: 'inherit' }}
              >
                {[entry.on ?? entry.period, entry.label]
                  .filter((word) => word !== null && word !== '')
                  .join('　')}
              </Box>
              <Typography variant="body2" color="textSecondary">
                {[entry.on === null ? null : entry.period, entry.detail]
                  .filter((word) => word !== null && word !== '')
                  .join('　')}
              </Typography>
            </Box>
          ))}
        </Box>
      )}
    </Panel>
  );
}

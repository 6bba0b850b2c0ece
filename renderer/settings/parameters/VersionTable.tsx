import Table from '@mui/material/Table';
import TableBody from '@mui/material/TableBody';
import TableCell from '@mui/material/TableCell';
import TableHead from '@mui/material/TableHead';
import TableRow from '@mui/material/TableRow';
import type { ReactNode } from 'react';
import type { ParameterView } from '../../../shared/contract/checks.ts';
import { instantWords } from '../../ui/instantWords.ts';
import { StatusSign } from '../../ui/StatusSign.tsx';
import { valueWords, versionOn } from './parameterWords.ts';

interface VersionTableProps {
  readonly parameter: ParameterView;
  readonly today: string;
}

/** What held from when on, the newest first, with why and by whom it was set. */
export function VersionTable({ parameter, today }: VersionTableProps): ReactNode {
  const current = versionOn(parameter, today);
  return (
    <Table size="small" aria-label="各个时期的值">
      <TableHead>
        <TableRow>
          <TableCell>从哪天起</TableCell>
          <TableCell>值</TableCell>
          <TableCell>依据</TableCell>
          <TableCell align="right">状态</TableCell>
        </TableRow>
      </TableHead>
      <TableBody>
        {parameter.versions.toReversed().map((version) => (
          <TableRow key={`${version.validFrom} ${String(version.shipped)}`}>
            <TableCell sx={{ whiteSpace: 'nowrap' }}>
              {version.shipped ? '一开始' : version.validFrom}
            </TableCell>
            <TableCell>{valueWords(parameter, version.value)}</TableCell>
            <TableCell sx={{ color: 'text.secondary' }}>
              {version.set
                ? `${version.set.reason}（${version.set.accountName}，${instantWords(version.set.at)}）`
                : '程序自带'}
            </TableCell>
            <TableCell align="right">
              {version === current ? (
                <StatusSign sign={{ mark: '✓', word: '现行', tone: 'good' }} />
              ) : version.validFrom > today ? (
                <StatusSign sign={{ mark: '·', word: '还没生效', tone: 'quiet' }} />
              ) : null}
            </TableCell>
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
}

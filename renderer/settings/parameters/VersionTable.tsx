import type { ReactNode } from 'react';
import type { ParameterView } from '../../../shared/contract/checks.ts';
import { ColumnTable } from '../../ui/ColumnTable.tsx';
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
    <ColumnTable
      label="各个时期的值"
      rows={parameter.versions.toReversed()}
      rowKey={({ validFrom, shipped }) => `${validFrom} ${String(shipped)}`}
      columns={[
        {
          head: '从哪天起',
          cell: ({ shipped, validFrom }) => (shipped ? '一开始' : validFrom),
          sx: { whiteSpace: 'nowrap' },
        },
        { head: '值', cell: ({ value }) => valueWords(parameter, value) },
        {
          head: '依据',
          quiet: true,
          cell: ({ set }) =>
            set ? `${set.reason}（${set.accountName}，${instantWords(set.at)}）` : '程序自带',
        },
        {
          head: '状态',
          right: true,
          cell: (version) =>
            version === current ? (
              <StatusSign sign={{ mark: '✓', word: '现行', tone: 'good' }} />
            ) : version.validFrom > today ? (
              <StatusSign sign={{ mark: '·', word: '还没生效', tone: 'quiet' }} />
            ) : null,
        },
      ]}
    />
  );
}

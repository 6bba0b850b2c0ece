import Alert from '@mui/material/Alert';
import type { ReactNode } from 'react';
import type { SchoolType } from '../../../shared/kernel/schoolType.ts';
import { ledgers } from '../../../shared/ledgers/index.ts';
import { typeChange } from './typeChange.ts';

interface TypeWarningProps {
  readonly from: SchoolType;
  readonly to: SchoolType;
}

/** What changes with the school's type, before it is saved. */
export function TypeWarning({ from, to }: TypeWarningProps): ReactNode {
  if (from === to) return null;
  const { lost, gained } = typeChange(ledgers, from, to);
  const named = (labels: readonly string[]) => labels.map((label) => `“${label}”`).join('、');
  return (
    <Alert severity="warning">
      保存后，学校类型由“{from}”改为“{to}”。
      {lost.length > 0 ? `不再显示${named(lost)}，已登记的记录都保留，改回来就能看到。` : ''}
      {gained.length > 0 ? `会多出${named(gained)}。` : ''}
      {lost.length + gained.length === 0 ? '用到的台账不变。' : ''}检查规则和报表里的学校类型也随之改变。
    </Alert>
  );
}

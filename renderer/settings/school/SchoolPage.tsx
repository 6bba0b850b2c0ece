import Box from '@mui/material/Box';
import Link from '@mui/material/Link';
import { useState, type ReactNode } from 'react';
import type { Settings } from '../../../shared/contract/upkeep.ts';
import { useSession } from '../../ground/sessionContext.tsx';
import { useCall, useChange } from '../../client.ts';
import { SchoolTypeField } from '../../session/SchoolTypeField.tsx';
import { problemAt } from '../../ui/problemAt.ts';
import { TextBox } from '../../ui/TextBox.tsx';
import { Unanswered } from '../../ui/Unanswered.tsx';
import { SettingsForm } from '../SettingsForm.tsx';
import { BackupFolderField } from './BackupFolderField.tsx';
import { FontSizeChoice } from './FontSizeChoice.tsx';
import { TypeWarning } from './TypeWarning.tsx';

export function SchoolPage(): ReactNode {
  const settings = useCall('settings.get', {});
  return settings.isSuccess ? <SchoolForm settings={settings.data} /> : <Unanswered query={settings} />;
}

/** What the form holds; the font size is saved on its own. */
type Typed = Omit<Settings, 'largeFont' | 'idleMinutes'> & { readonly idleMinutes: string };

const typedOf = ({ schoolName, schoolType, idleMinutes, backupFolder }: Settings): Typed => ({
  schoolName,
  schoolType,
  idleMinutes: String(idleMinutes),
  backupFolder,
});

function SchoolForm({ settings }: { readonly settings: Settings }): ReactNode {
  const { school } = useSession();
  const change = useChange('settings.save');
  /** `null` = as stored. */
  const [typed, setTyped] = useState<Typed | null>(null);
  const [left, setLeft] = useState<readonly string[]>([]);
  const stored = typedOf(settings);
  const shown = typed ?? stored;
  const dirty = JSON.stringify(shown) !== JSON.stringify(stored);
  const set = (changed: Partial<Typed>) => {
    change.reset();
    setTyped({ ...shown, ...changed });
  };

  const own = { schoolName: nameProblem(shown.schoolName), idleMinutes: minutesProblem(shown.idleMinutes) };
  const problemOf = (field: keyof typeof own) =>
    (left.includes(field) ? own[field] : undefined) ?? problemAt(change.error, field);

  async function save(): Promise<boolean> {
    setLeft(['schoolName', 'idleMinutes']);
    if (own.schoolName ?? own.idleMinutes) return false;
    await change.mutateAsync({
      ...shown,
      idleMinutes: Number(shown.idleMinutes),
      largeFont: settings.largeFont,
    });
    setTyped(null);
    return true;
  }

  return (
    <SettingsForm title="学校" dirty={dirty} onSave={save}>
      <Box sx={{ display: 'grid', gap: 2, maxWidth: '40rem' }}>
        <TextBox
          required
          label="学校全称"
          value={shown.schoolName}
          maxLength={60}
          problem={problemOf('schoolName')}
          help="和公章上的名称一致，会印在每份文件上。"
          onChange={(schoolName) => set({ schoolName })}
          onBlur={() => setLeft([...left, 'schoolName'])}
        />
        <SchoolTypeField
          value={shown.schoolType}
          help="决定用到哪些台账。"
          onChange={(schoolType) => set({ schoolType })}
        />
        <TypeWarning from={settings.schoolType} to={shown.schoolType} />
        <Box>
          <Link href={`/ledger/school/${school.id}`}>登记学校标识码、地址、负责人等其他资料</Link>
        </Box>
        <TextBox
          required
          numeric={{ unit: '分钟' }}
          label="多久没有操作就锁定"
          value={shown.idleMinutes}
          maxLength={3}
          problem={problemOf('idleMinutes')}
          help="离开座位后，到时间自动锁上，要输入密码才能继续。"
          onChange={(idleMinutes) => set({ idleMinutes })}
          onBlur={() => setLeft([...left, 'idleMinutes'])}
        />
        <BackupFolderField
          value={shown.backupFolder}
          problem={problemAt(change.error, 'backupFolder')}
          onChange={(backupFolder) => set({ backupFolder })}
        />
        <FontSizeChoice settings={settings} />
      </Box>
    </SettingsForm>
  );
}

function nameProblem(name: string): string | undefined {
  return name.trim().length < 2 ? '请写学校全称。' : undefined;
}

function minutesProblem(minutes: string): string | undefined {
  const value = Number(minutes);
  return Number.isInteger(value) && value >= 1 && value <= 240 ? undefined : '请填 1 至 240 之间的整数。';
}

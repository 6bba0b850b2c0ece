import { Jimp } from 'jimp';
import { success, type Result } from '../../../shared/kernel/result.ts';
import type { AttachmentRef } from '../../../shared/ledger/field.ts';
import type { DemoSurroundings } from './makeDemo.ts';

/** Every so many meetings, one stays without its papers, for the check on missing papers. */
const forgottenEvery = 17;

/** Puts a sign-in sheet and a photo (plain coloured pictures) to the demo school's meetings. */
export async function attachDemoPapers(call: DemoSurroundings['call']): Promise<Result<null>> {
  const papers: AttachmentRef[] = [];
  for (const [kind, colour] of [
    ['签到表', 0xf5f0e6ff],
    ['照片', 0x9db7c9ff],
  ] as const) {
    const picture = await new Jimp({ width: 640, height: 480, color: colour }).getBuffer('image/jpeg');
    const added = await call('attachment.add', {
      ledger: 'partyMeeting',
      kind,
      name: `${kind}.jpg`,
      content: picture.toString('base64'),
    });
    if (!added.ok) return added;
    papers.push(added.value.ref);
  }
  const pageSize = 500;
  const list = await call('ledger.list', { query: { ledger: 'partyMeeting' }, page: 0, pageSize });
  if (!list.ok) return list;
  for (const [index, row] of list.value.rows.entries()) {
    if (index % forgottenEvery === 0) continue;
    const view = await call('ledger.get', { ledger: 'partyMeeting', id: row.id });
    if (!view.ok) return view;
    const { record } = view.value;
    const saved = await call('ledger.save', {
      ledger: 'partyMeeting',
      id: record.id,
      values: { ...record.values, files: papers },
      period: record.period,
      state: record.state,
      baseRevision: record.revision,
      reason: '补充签到表和照片',
    });
    if (!saved.ok) return saved;
  }
  return success(null);
}

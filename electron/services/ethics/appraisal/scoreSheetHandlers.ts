import { rm } from 'node:fs/promises';
import { basename } from 'node:path';
import type { appraisalCalls, ScorePreview } from '../../../../shared/contract/appraisal.ts';
import { appraisalParts } from '../../../../shared/domain/ethics/round/roundRules.ts';
import { tenRulesOf } from '../../../../shared/domain/ethics/tenRules.ts';
import { formatPeriod } from '../../../../shared/kernel/periods.ts';
import { failure, success } from '../../../../shared/kernel/result.ts';
import { temporaryPathOf } from '../../../documents/atomicWrite.ts';
import { reportFileName } from '../../../documents/fileNames.ts';
import type { HandlersOf } from '../../../ipc/handlers.ts';
import { addExport } from '../../../store/tables/exportLog.ts';
import type { App } from '../../app.ts';
import { newId } from '../../school/newId.ts';
import { schoolOf } from '../../school/schoolOf.ts';
import { saveRound } from './changeRound.ts';
import { importBallots } from './importBallots.ts';
import type { LoadedRound } from './loadRound.ts';
import type { BallotRound } from './readBallots.ts';
import type { RoundDesk } from './roundDesk.ts';
import type { SheetPerson } from './scoreSheets.ts';
import type { ReadSheets } from './sheetJobs.ts';

type SheetChannel = Extract<keyof typeof appraisalCalls, `${string}Sheets`>;

const noPreview = failure('notFound', '这次读取已经过期。请重新选择文件，核对后再导入。');
const mostProblems = 500;
const readLimitMinutes = 10;

/** Fields of the round that say how many sheets a group of raters got. */
const issuedFields = {
  互评: 'peerRaters',
  学生测评: 'pupilRaters',
  家长测评: 'parentRaters',
  考核组: 'panelRaters',
} as const;

/** Sheets for raters: given out, read back, taken in. */
export function scoreSheetHandlers(app: App, desk: RoundDesk): HandlersOf<SheetChannel> {
  /** What was read and not yet taken in; one a round and account. Gone when the file is locked. */
  const previews = new Map<string, { readonly previewId: string; readonly read: ReadSheets }>();
  app.session.onChange?.(() => {
    if (!app.session.current()) previews.clear();
  });

  return {
    'appraisal.writeSheets': async ({ id, jobId, part, layout, raters, path }, caller) => {
      const round = desk.load(caller.store.read, id);
      if (!round.ok) return round;
      const { record, period } = round.value;
      const school = schoolOf(caller.store.read).values;
      const people = sheetPeople(round.value);
      if (people.length === 0) return failure('invalidInput', '本轮考核还没有人，请先在名单中列入人员。');
      const what = `师德考核评分表（${part}）`;
      const fileName = reportFileName(school.name, `${what}_${period}`, app.clock.today(), 'xlsx');
      const target = path ?? (await app.desktop.chooseSavePath({ title: `保存${what}`, fileName }));
      if (target === null) return success(null);
      const order = {
        roundId: record.id,
        period,
        schoolName: school.name,
        part,
        layout,
        raters,
        people,
        ruleNames: tenRulesOf(school.type),
      };
      const temporaryPath = temporaryPathOf(target, jobId);
      const written = await app.jobs.run(
        'writeScoreSheets',
        { order, path: target, temporaryPath },
        { jobId },
      );
      if (!written.ok) {
        // A thread that was ended could not clear up after itself.
        await rm(temporaryPath, { force: true }).catch(() => undefined);
        return written;
      }
      const { sha256 } = written.value;
      const changed = desk.change(caller, id, `发放评分表（${part}）`, (w, now, unit) => {
        addExport(w, {
          what,
          profile: 'internal',
          purpose: `${formatPeriod(period)}师德考核评分`,
          recipient: '评分人',
          rows: people.length,
          path: target,
          sha256,
        });
        if (part === '自评' || now.record.values.filedOn !== null) return success(null);
        const field = issuedFields[part];
        return saveRound(w, now.record, { [field]: raters }, unit);
      });
      return changed.ok ? success({ path: target, rows: people.length, sha256 }) : changed;
    },

    'appraisal.readSheets': async ({ id, jobId, from, path }, caller) => {
      const round = desk.load(caller.store.read, id);
      if (!round.ok) return round;
      const chosen =
        path ??
        (from === 'folder'
          ? await app.desktop.chooseFolder({ title: '选择放评分表的文件夹' })
          : await app.desktop.chooseFile({ title: '选择评分表', extensions: ['xlsx', 'xls', 'csv'] }));
      if (chosen === null) return success(null);
      const read = await app.jobs.run(
        'readScoreSheets',
        { path: chosen, folder: from === 'folder', round: ballotRound(round.value) },
        { jobId, limitMinutes: readLimitMinutes },
      );
      if (!read.ok) return read;
      const previewId = newId(app.clock.now());
      previews.set(`${id}/${caller.account.id}`, { previewId, read: read.value });
      return success(previewOf(previewId, read.value, from === 'folder' ? [basename(chosen)] : []));
    },

    'appraisal.importSheets': ({ id, previewId }, caller) => {
      const key = `${id}/${caller.account.id}`;
      const preview = previews.get(key);
      if (preview?.previewId !== previewId) return noPreview;
      const { ballots, selfs } = preview.read;
      if (ballots.length === 0 && selfs.length === 0)
        return failure('invalidInput', '没有可以导入的评分。请按提示改好表格，再重新选择。');
      const imported = desk.change(caller, id, '导入评分', (w, round, unit) =>
        importBallots(w, round, preview.read, unit),
      );
      if (imported.ok) previews.delete(key);
      return imported;
    },
  };
}

function ballotRound(round: LoadedRound): BallotRound {
  const { values } = round.record;
  return {
    roundId: round.record.id,
    people: sheetPeople(round),
    issued: {
      互评: values.peerRaters ?? 0,
      学生测评: values.pupilRaters ?? 0,
      家长测评: values.parentRaters ?? 0,
      考核组: values.panelRaters ?? 0,
    },
    came: round.raters.map(({ part, number, rated }) => ({ part, number, rated })),
    selfRated: round.people.flatMap(({ staffId, appraisal }) =>
      appraisal.values.selfScore === null ? [] : [staffId],
    ),
    outsideRaters: values.outsideRaters ?? 0,
  };
}

/** Everybody appraised, as raters find them: by number, then by name. */
function sheetPeople(round: LoadedRound): readonly SheetPerson[] {
  return round.people
    .map(({ staffId, staff: person }) => ({
      staffId,
      staffNumber: person?.values.staffNumber ?? null,
      name: person?.values.name ?? '',
      subject: person?.values.subject ?? null,
    }))
    .toSorted((a, b) => (a.staffNumber ?? a.name).localeCompare(b.staffNumber ?? b.name, 'zh-CN'));
}

function previewOf(previewId: string, read: ReadSheets, folder: readonly string[]): ScorePreview {
  const parts = appraisalParts.flatMap((part) => {
    const own = read.ballots.filter((one) => one.part === part);
    const selfs = part === '自评' ? read.selfs.length : 0;
    const scores = own.reduce((sum, one) => sum + one.scores.length, 0) + selfs;
    return own.length + selfs > 0 ? [{ part, raters: own.length + selfs, scores }] : [];
  });
  return {
    previewId,
    files: folder.length > 0 ? [`${folder[0] ?? ''}（${read.files.length} 个文件）`] : read.files,
    parts,
    blank: read.blank,
    refused: read.refused,
    problemCount: read.problems.length,
    problems: read.problems.slice(0, mostProblems),
  };
}

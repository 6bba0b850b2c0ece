import { randomBytes } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { basename } from 'node:path';
import type { appraisalCalls, RoundBoard, ScorePreview } from '../../../../shared/contract/appraisal.ts';
import { proposePlaces } from '../../../../shared/domain/ethics/round/roundPeople.ts';
import { appraisalParts, rulesInForce } from '../../../../shared/domain/ethics/round/roundRules.ts';
import { tenRulesOf } from '../../../../shared/domain/ethics/tenRules.ts';
import { createUuid, uuidRandomLength } from '../../../../shared/kernel/ids.ts';
import { formatPeriod, isPeriod, periodRange } from '../../../../shared/kernel/periods.ts';
import { failure, success, type Result } from '../../../../shared/kernel/result.ts';
import { staff } from '../../../../shared/ledgers/base/staff.ts';
import { appraisalRound } from '../../../../shared/ledgers/ethics/appraisalRound.ts';
import { ethicsAppraisal } from '../../../../shared/ledgers/ethics/ethicsAppraisal.ts';
import { temporaryPathOf } from '../../../documents/atomicWrite.ts';
import { reportFileName } from '../../../documents/fileNames.ts';
import type { Caller, HandlersOf } from '../../../ipc/handlers.ts';
import { addExport } from '../../../store/tables/exportLog.ts';
import type { WriteHandle } from '../../../store/handles.ts';
import { allRecords } from '../../../store/records/records.ts';
import type { App } from '../../app.ts';
import { createCheck } from '../../checks/check.ts';
import { changeBy } from '../../ledgers/changeBy.ts';
import { schoolOf } from '../../school/schoolOf.ts';
import { staffFactOf } from '../../school/staffFact.ts';
import {
  decideTie,
  openRound,
  setPlace,
  signForms,
  startNotice,
  withdrawPart,
  saveRound,
} from './changeRound.ts';
import { finishStep, reopenRound, type FilingContext } from './finishRound.ts';
import { importBallots } from './importBallots.ts';
import { loadRound, roundRecord, type LoadedRound } from './loadRound.ts';
import type { BallotRound } from './readBallots.ts';
import { boardView, hintOf, personSheet, roundLine } from './roundViews.ts';
import { savePerson } from './savePerson.ts';
import type { SheetPerson } from './scoreSheets.ts';
import type { ReadSheets } from './sheetJobs.ts';

const noRound = failure('notFound', '没有找到这一轮师德考核，可能已被删除。请返回列表刷新后再看。');
const noPerson = failure('notFound', '这位教职工不在本轮考核名单里。请返回看板刷新后再看。');
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

/** All calls of `shared/contract/appraisal.ts`. */
export function appraisalHandlers(app: App): HandlersOf<keyof typeof appraisalCalls> {
  /** What was read and not yet taken in; one a round and account. Gone when the file is locked. */
  const previews = new Map<string, { readonly previewId: string; readonly read: ReadSheets }>();
  app.session.onChange?.(() => {
    if (!app.session.current()) previews.clear();
  });

  function load(caller: Caller, id: string): Result<LoadedRound> {
    const record = roundRecord(caller.store.read, id);
    if (!record) return noRound;
    return success(loadRound(caller.store.read, record, createCheck(caller.store.read, app.clock.today())));
  }

  function contextOf(caller: Caller): FilingContext {
    const school = schoolOf(caller.store.read);
    return {
      today: app.clock.today(),
      schoolId: school.id,
      account: caller.account,
      calendar: createCheck(caller.store.read, app.clock.today()).calendar,
      ruleNames: tenRulesOf(school.values.type),
    };
  }

  function board(caller: Caller, id: string): Result<RoundBoard> {
    const round = load(caller, id);
    if (!round.ok) return round;
    const { calendar, on } = createCheck(caller.store.read, app.clock.today());
    const schoolType = schoolOf(caller.store.read).values.type;
    return success(boardView(caller.store.read, round.value, { today: on, calendar, schoolType }));
  }

  /** Changes a round in one transaction and answers with the board as it is then. */
  function change(
    caller: Caller,
    id: string,
    reason: string,
    work: (w: WriteHandle, round: LoadedRound, context: FilingContext) => Result<unknown>,
  ): Result<RoundBoard> {
    const round = load(caller, id);
    if (!round.ok) return round;
    const context = contextOf(caller);
    const done = caller.store.write(
      changeBy(app, caller, `${round.value.record.values.name}：${reason}`),
      (w) => work(w, round.value, context),
    );
    if (!done.ok) return done;
    app.desktop.send({ type: 'records.changed', ledgers: [appraisalRound.id, ethicsAppraisal.id] });
    return board(caller, id);
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

  return {
    'appraisal.rounds': (_input, { store }) =>
      success(
        allRecords(store.read, appraisalRound)
          .map(roundLine)
          .toSorted((a, b) => (a.period < b.period ? 1 : -1)),
      ),

    'appraisal.proposal': ({ period }, { store }) => {
      if (!isPeriod(period, ['year', 'schoolYear']))
        return failure('invalidInput', '考核周期应为一个年度或一个学年，请重新选择。');
      const range = periodRange(period);
      const { parameters } = createCheck(store.read, app.clock.today());
      const people = new Map(allRecords(store.read, staff).map((one) => [one.id, one]));
      const existing = allRecords(store.read, appraisalRound).find((one) => one.period === period);
      return success({
        period,
        existing: existing ? { id: existing.id, name: existing.values.name } : null,
        rules: rulesInForce(parameters, range.to),
        people: proposePlaces(
          [...people.values()].map(staffFactOf),
          range,
          parameters.number('appraisalMinServiceMonths', range.to),
        ).map((place) => ({
          ...place,
          name: people.get(place.staffId)?.values.name ?? '',
          hint: hintOf(people.get(place.staffId) ?? null),
        })),
      });
    },

    'appraisal.open': (input, caller) => {
      const context = contextOf(caller);
      const opened = caller.store.write(changeBy(app, caller, `开始${input.name}`), (w) =>
        openRound(w, input, context),
      );
      if (!opened.ok) return opened;
      app.desktop.send({ type: 'records.changed', ledgers: [appraisalRound.id, ethicsAppraisal.id] });
      return board(caller, input.id);
    },

    'appraisal.board': ({ id }, caller) => board(caller, id),

    'appraisal.setPlace': (input, caller) =>
      change(caller, input.id, input.included ? '列入考核' : '不参加考核', (w, round, context) =>
        setPlace(w, round, input, context),
      ),

    'appraisal.person': ({ id, staffId }, caller) => {
      const round = load(caller, id);
      if (!round.ok) return round;
      const sheet = personSheet(round.value, staffId);
      return sheet ? success(sheet) : noPerson;
    },

    'appraisal.savePerson': (input, caller) => {
      const changed = change(caller, input.id, '考核组评定', (w, round, context) =>
        savePerson(w, round, input, context),
      );
      if (!changed.ok) return changed;
      const round = load(caller, input.id);
      if (!round.ok) return round;
      const sheet = personSheet(round.value, input.staffId);
      return sheet ? success(sheet) : noPerson;
    },

    'appraisal.writeSheets': async ({ id, jobId, part, layout, raters, path }, caller) => {
      const round = load(caller, id);
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
      const changed = change(caller, id, `发放评分表（${part}）`, (w, now, context) => {
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
        return saveRound(w, now.record, { [field]: raters }, context);
      });
      return changed.ok ? success({ path: target, rows: people.length, sha256 }) : changed;
    },

    'appraisal.readSheets': async ({ id, jobId, from, path }, caller) => {
      const round = load(caller, id);
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
      const previewId = createUuid(Date.parse(app.clock.now()), randomBytes(uuidRandomLength));
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
      const imported = change(caller, id, '导入评分', (w, round, context) =>
        importBallots(w, round, preview.read, context),
      );
      if (imported.ok) previews.delete(key);
      return imported;
    },

    'appraisal.withdraw': (input, caller) =>
      change(caller, input.id, `撤回${input.part}：${input.reason}`, (w, round, context) =>
        withdrawPart(w, round, input, context),
      ),

    'appraisal.decideTie': (input, caller) =>
      change(caller, input.id, `同分决定：${input.reason}`, (w, round, context) =>
        decideTie(w, round, input, context),
      ),

    'appraisal.startNotice': (input, caller) =>
      change(caller, input.id, '开始公示', (w, round, context) => startNotice(w, round, input, context)),

    'appraisal.sign': (input, caller) =>
      change(caller, input.id, '登记签字', (w, round, context) => signForms(w, round, input, context)),

    'appraisal.finishStep': (input, caller) =>
      change(caller, input.id, `完成“${input.step}”`, (w, round, context) =>
        finishStep(w, round, input, context),
      ),

    'appraisal.reopen': ({ id, reason }, caller) =>
      change(caller, id, `重新打开：${reason}`, (w, round, context) =>
        reopenRound(w, round, reason, context),
      ),
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

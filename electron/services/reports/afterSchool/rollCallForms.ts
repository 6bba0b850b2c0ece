import {
  addDays,
  dayOf,
  formatWeekday,
  mondayOf,
  monthOf,
  type PlainDate,
} from '../../../../shared/kernel/plainDate.ts';
import { success } from '../../../../shared/kernel/result.ts';
import { serviceSlot } from '../../../../shared/ledgers/afterSchool/serviceSlot.ts';
import type { ReadHandle } from '../../../store/handles.ts';
import { loadEnrolments, loadPupils, pickUpPlan } from '../../afterSchool/day/enrolledPupils.ts';
import { loadEvidence, sessionCards } from '../../afterSchool/day/sessionCards.ts';
import { slotFact } from '../../afterSchool/slotFact.ts';
import { schoolCalendar } from '../../school/schoolCalendar.ts';
import { loadTerms } from '../../school/schoolTerms.ts';
import { pinyinSortKey } from '../../../../shared/kernel/searchText.ts';
import { ends, line, repeatedPages } from '../../../documents/officeBlocks.ts';
import type { Block, TableRow } from '../../../documents/officeDocument.ts';
import { emptyColumns, headRow, label, listTable, numberColumn } from '../../../documents/officeTables.ts';
import { alignedName, blanks } from '../../../documents/officeText.ts';
import { countPersons, recordReport, type Report } from '../report.ts';
import { postedDays, weekWords, type Slot } from './serviceSessions.ts';

interface FormPupil {
  readonly name: string;
  readonly way: string;
  readonly receiver: string;
}

interface GroupForm {
  readonly course: string;
  readonly place: string;
  readonly time: string;
  readonly teachers: readonly string[];
  readonly pupils: readonly FormPupil[];
}

interface FormsData {
  readonly week: string;
  readonly days: readonly PlainDate[];
  readonly groups: readonly GroupForm[];
}

/** Names on a form, and places kept free for pupils who come in between. */
const fewestNames = 40;
const sparePlaces = 2;

/** 点名表 and 离校交接表 of a week on paper for every group, to be filled in by hand and entered afterwards. */
export const rollCallForms = formsReport('rollCallForms', '一周点名表和交接表（全部班组）', () => true);

/** The same for one group. */
export const rollCallForm = formsReport(
  'rollCallForm',
  '一周点名表和交接表（本班组）',
  (slot, chosen) => slot.values.course === chosen.values.course,
);

function formsReport(
  name: string,
  reportLabel: string,
  belongs: (slot: Slot, chosen: Slot) => boolean,
): Report {
  return recordReport({
    name,
    wide: true,
    label: reportLabel,
    area: 'afterSchool',
    ledger: serviceSlot,
    gather: (h, record) => success(formsOf(h, record, belongs)),
    compose: (data, { schoolName }) => {
      const { groups, week } = data;
      const title = [schoolName, '课后服务点名表'];
      const handovers = [schoolName, '课后服务离校交接登记表'];
      const pupils = groups.flatMap((group) => group.pupils);
      return {
        name: `一周点名表_${week}${groups.length === 1 ? `_${groups[0]?.course ?? ''}` : ''}`,
        document: {
          title,
          style: 'form',
          blocks: repeatedPages(title, groups, (group) => [
            ...rollCallPage(group, data),
            { kind: 'newSheet', title: handovers },
            ...handoverPage(group, data),
          ]),
        },
        personCount: countPersons(pupils.map((pupil) => pupil.name)),
        sensitiveColumns: ['接领人'],
        problems: [groups.length === 0 && '这一周没有学生参加的班组，没有可打印的表。'],
        rows: pupils.length,
      };
    },
  });
}

function formsOf(h: ReadHandle, chosen: Slot, belongs: (slot: Slot, chosen: Slot) => boolean): FormsData {
  const monday = mondayOf(chosen.values.heldOn);
  const sunday = addDays(monday, 6);
  const evidence = loadEvidence(h, { from: monday, to: sunday });
  const slots = evidence.slots.filter(
    (slot) => belongs(slot, chosen) && (slot.values.cancelledReason ?? '') === '',
  );
  const enrolments = loadEnrolments(h, chosen.period ?? '', schoolCalendar(h, monday));
  const cards = new Map(sessionCards(h, { ...evidence, slots }, enrolments).map((card) => [card.id, card]));
  const due = new Map(slots.map((slot) => [slot.id, enrolments.dueAt(slotFact(slot))]));
  const pupils = loadPupils(h, [...due.values()].flat());
  const groups = [...Map.groupBy(slots, ({ values }) => values.course).values()].flatMap(
    (own): GroupForm[] => {
      const ids = [...new Set(own.flatMap(({ id }) => due.get(id) ?? []))];
      const card = cards.get(own[0]?.id ?? '');
      if (ids.length === 0 || !card) return [];
      const people = own.flatMap(({ id }) => cards.get(id)?.people ?? []);
      return [
        {
          course: card.course,
          place: card.room ?? '',
          time: [...new Set(own.map(({ values }) => `${values.startsAt}—${values.endsAt}`))].join('、'),
          teachers: [
            ...new Set(
              people.filter(({ role }) => role === '授课' || role === '看护').map((each) => each.name),
            ),
          ],
          pupils: ids
            .map((id) => pickUpPlan(id, pupils.get(id), enrolments.of(id)))
            .toSorted((a, b) => pinyinSortKey(a.name).localeCompare(pinyinSortKey(b.name)))
            .map(({ name, way, receiver, relation }) => ({
              name,
              way,
              receiver: receiver === null ? '' : `${receiver}${relation === null ? '' : `（${relation}）`}`,
            })),
        },
      ];
    },
  );
  return {
    week: weekWords(loadTerms(h), monday),
    days: postedDays(monday, slots),
    groups: groups.toSorted((a, b) => a.course.localeCompare(b.course, 'zh-CN', { numeric: true })),
  };
}

function groupHead(group: GroupForm, data: FormsData): Block[] {
  return [
    ends(`班组：${group.course}`, `${data.week}（${spanWords(data.days)}）`),
    ends(`地点：${group.place}${blanks()}教师：${group.teachers.join('、')}`, `时间：${group.time}`),
  ];
}

/** 10月12日—16日. */
function spanWords(days: readonly PlainDate[]): string {
  const [first, last] = [days[0] ?? '', days.at(-1) ?? ''];
  const sameMonth = monthOf(first) === monthOf(last);
  return `${monthOf(first)}月${dayOf(first)}日—${sameMonth ? '' : `${monthOf(last)}月`}${dayOf(last)}日`;
}

/** Forty names in two halves on one page, a place a day to be marked. */
function rollCallPage(group: GroupForm, data: FormsData): Block[] {
  const { days } = data;
  const half = Math.ceil(Math.max(fewestNames, group.pupils.length + sparePlaces) / 2);
  const side = [2.4, 5, ...days.map(() => 3.4)];
  const cells = (index: number) => [
    { text: String(index + 1) },
    { text: alignedName(group.pupils[index]?.name ?? '') },
    ...days.map(() => ({ text: '' })),
  ];
  const head = ['序', '姓名', ...days.map((day) => `${weekdayWord(day)}\n${dayOf(day)}`)];
  const foot = (name: string): TableRow => ({
    heightMm: 9,
    cells: [label(name), ...days.map(() => ({ text: '' }))],
  });
  return [
    ...groupHead(group, data),
    {
      kind: 'table',
      columns: [...side, ...side],
      headerRows: 1,
      size: '五号',
      rows: [
        headRow([...head, ...head]),
        ...Array.from({ length: half }, (_, line) => ({
          heightMm: half > 21 ? 5.8 : 6.4,
          cells: [...cells(line), ...cells(line + half)],
        })),
      ],
    },
    line(
      '到记“√”，迟到记“迟”，早退记“早”并写明时间和接走人，请假记“假”，缺勤记“缺”；缺勤要当场联系家长，已告知的在旁边记“告”。',
    ),
    listTable(
      [
        { heading: '', share: 6, cell: () => null },
        ...emptyColumns(
          days.map((day) => `周${weekdayWord(day)}`),
          7,
        ),
      ],
      [],
      { foot: [foot('实到人数'), foot('教师签字')] },
    ),
  ];
}

/** Every pupil with who may fetch, and a place a day for the receiver's hand. */
function handoverPage(group: GroupForm, data: FormsData): Block[] {
  const days = data.days.map((day) => `周${weekdayWord(day)}`);
  const foot = (name: string, heightMm: number): TableRow => ({
    heightMm,
    cells: [label(name, { columns: 4 }), ...days.map(() => ({ text: '' }))],
  });
  return [
    ...groupHead(group, data),
    listTable<FormPupil>(
      [
        numberColumn(2.6, '序'),
        { heading: '姓名', share: 4.8, cell: ({ name }) => alignedName(name) },
        { heading: '接送方式', share: 5.8, cell: ({ way }) => way },
        { heading: '接领人（关系）', share: 9.4, cell: ({ receiver }) => receiver },
        ...emptyColumns(days, 5.2),
      ],
      group.pupils,
      {
        heightMm: 8,
        foot: [foot('未接学生及处置', 16), foot('交接教师签字', 9), foot('值班领导签字', 9)],
      },
    ),
  ];
}

/** 一 … 日. */
function weekdayWord(day: PlainDate): string {
  return formatWeekday(day).slice(2);
}

import { formatChinese } from '../../kernel/plainDate.ts';
import type { PlainDate } from '../../kernel/plainDate.ts';

/** A meeting with people's names, as the provincial platform asks for it. */
export interface PlatformMeeting {
  readonly branch: string;
  readonly type: string;
  readonly title: string;
  readonly heldOn: PlainDate;
  readonly startsAt: string;
  readonly endsAt: string;
  readonly place: string;
  readonly host: string;
  readonly recorder: string;
  readonly attendance: readonly {
    readonly name: string;
    readonly state: string;
    readonly reason: string | null;
  }[];
  readonly guests: string | null;
  readonly topics: string | null;
  readonly agenda: readonly {
    readonly item: string;
    readonly speaker: string | null;
    readonly speech: string | null;
  }[];
  readonly body: string | null;
  readonly votes: readonly {
    readonly matter: string;
    readonly dueVoters: number;
    readonly presentVoters: number;
    readonly inFavour: number;
    readonly against: number;
    readonly abstained: number;
    readonly outcome: string;
  }[];
  readonly resolutions: readonly {
    readonly content: string;
    readonly owner: string | null;
    readonly dueOn: PlainDate | null;
  }[];
}

/** One field of the platform's form, to be copied by itself. */
export interface PlatformField {
  readonly label: string;
  readonly text: string;
}

/** The platform's fields with text that can be pasted as it is; empty ones are left out. */
export function platformFields(meeting: PlatformMeeting): readonly PlatformField[] {
  const due = meeting.attendance.filter(({ state }) => state !== '不计应到');
  const present = due.filter(({ state }) => state === '出席');
  const absent = due.filter(({ state }) => state !== '出席');
  const numbered = (lines: readonly string[]): string =>
    lines.map((line, index) => (lines.length > 1 ? `${index + 1}. ${line}` : line)).join('\n');
  const fields: readonly PlatformField[] = [
    { label: '会议名称', text: meeting.title },
    { label: '会议类型', text: meeting.type },
    { label: '所属支部', text: meeting.branch },
    { label: '会议时间', text: `${formatChinese(meeting.heldOn)} ${meeting.startsAt}—${meeting.endsAt}` },
    { label: '会议地点', text: meeting.place },
    { label: '主持人', text: meeting.host },
    { label: '记录人', text: meeting.recorder },
    { label: '应到和实到', text: `应到 ${due.length} 人，实到 ${present.length} 人` },
    { label: '参会人员', text: present.map(({ name }) => name).join('、') },
    {
      label: '缺席人员',
      text: absent
        .map(({ name, state, reason }) => `${name}（${reason === null ? state : `${state}：${reason}`}）`)
        .join('、'),
    },
    { label: '列席人员', text: meeting.guests ?? '' },
    { label: '会议议题', text: meeting.topics ?? '' },
    {
      label: '会议议程',
      text: numbered([...new Set(meeting.agenda.map(({ item }) => item))]),
    },
    {
      label: '会议内容',
      text: [
        meeting.body ?? '',
        ...meeting.agenda.flatMap(({ speaker, speech }) =>
          speech === null || speech === '' ? [] : [speaker === null ? speech : `${speaker}：${speech}`],
        ),
      ]
        .map((part) => part.trim())
        .filter((part) => part !== '')
        .join('\n'),
    },
    {
      label: '表决情况',
      text: numbered(
        meeting.votes.map(
          (vote) =>
            `${vote.matter}：应到有表决权 ${vote.dueVoters} 人，实到 ${vote.presentVoters} 人，赞成 ${vote.inFavour} 票，反对 ${vote.against} 票，弃权 ${vote.abstained} 票，${vote.outcome}。`,
        ),
      ),
    },
    {
      label: '会议决议',
      text: numbered(
        meeting.resolutions.map(({ content, owner, dueOn }) => {
          const parts = [
            ...(owner === null ? [] : [`责任人${owner}`]),
            ...(dueOn === null ? [] : [`${formatChinese(dueOn)}前完成`]),
          ];
          return parts.length === 0 ? content : `${content}（${parts.join('，')}）`;
        }),
      ),
    },
  ];
  return fields.filter(({ text }) => text !== '');
}

/** All fields as one text. */
export function platformText(meeting: PlatformMeeting): string {
  return platformFields(meeting)
    .map(({ label, text }) => (text.includes('\n') ? `${label}：\n${text}` : `${label}：${text}`))
    .join('\n');
}

import { isAppointment, isCarriedOut, isMajor } from '../../domain/governance/facts.ts';
import { hasQuorum, isPassed, quorumWords, votesNeeded } from '../../domain/partyLife/quorum.ts';
import type { DecisionKind } from '../../domain/partyLife/quorum.ts';
import { formatMoney } from '../../kernel/money.ts';
import type { Advice, CheckContext, LooseValues } from '../../ledger/definition.ts';
import { isEmptyValue, rowsOf } from '../../ledger/schema.ts';
import type { GovernanceMeetingKind, TopicClass, TopicDecision } from '../../domain/governance/words.ts';

interface Topic {
  readonly number: number;
  readonly name: string;
  readonly topicClass: TopicClass;
  readonly major: boolean;
  readonly row: LooseValues;
}

/**
 * What the two meetings of domain.md §3.2 and §3.4 ask, on what is typed so far: presence, majority of those due, 三重一大
 * and its preparation, the order of speaking, and who sees to a decision until when.
 */
export function governanceAdvice(values: Readonly<LooseValues>, context: CheckContext): readonly Advice[] {
  const kind = values['kind'] as GovernanceMeetingKind | null;
  if (kind !== '学校党组织会议' && kind !== '校长办公会议') return [];
  const topics = rowsOf(values['topics']).map((row, index): Topic => ({
    number: index + 1,
    name: textOf(row['name']) || `第 ${index + 1} 个议题`,
    topicClass: row['topicClass'] as TopicClass,
    major: row['major'] === true,
    row,
  }));
  const heldOn = textOf(values['heldOn']);
  return [
    ...dayAdvice(heldOn, context),
    ...presenceAdvice(kind, topics, numberOf(values['dueCount']), numberOf(values['presentCount'])),
    ...topics.flatMap((topic) => [
      ...preparationAdvice(kind, topic, heldOn, context),
      ...voteAdvice(kind, topic, numberOf(values['dueCount'])),
      ...followUpAdvice(topic),
    ]),
    ...topics.flatMap((topic) => speechAdvice(values, topic)),
  ];
}

function dayAdvice(heldOn: string, { today }: CheckContext): Advice[] {
  return today !== undefined && heldOn > today
    ? [say('info', 'heldOn', '还没到开会的日子：先保存草稿，会后补齐出席和决定再点“完成”。')]
    : [];
}

function decisionKind(kind: GovernanceMeetingKind, topics: readonly Topic[]): DecisionKind {
  if (kind === '校长办公会议') return 'principal';
  return topics.some(isAppointment) ? 'organisationAppointment' : 'organisation';
}

function presenceAdvice(
  kind: GovernanceMeetingKind,
  topics: readonly Topic[],
  due: number | null,
  present: number | null,
): Advice[] {
  if (due === null || present === null || due === 0) return [];
  const rule = decisionKind(kind, topics);
  const enough = hasQuorum(rule, due, present);
  const about = rule === 'organisationAppointment' ? '研究干部任免，' : '';
  return [
    say(
      enough ? 'good' : 'problem',
      'attendance',
      `班子成员应到 ${due} 人，实到 ${present} 人。${about}${quorumWords(rule)}，${enough ? '可以开会' : '人数不够，不能开会'}。`,
    ),
  ];
}

function preparationAdvice(
  kind: GovernanceMeetingKind,
  topic: Topic,
  heldOn: string,
  { parameter }: CheckContext,
): Advice[] {
  const { name, row } = topic;
  const amount = numberOf(row['amount']);
  const threshold = heldOn === '' ? undefined : parameter?.('bigAmountThreshold', heldOn);
  const advice: Advice[] = [];
  if (amount !== null && threshold !== undefined && amount >= threshold * 100 && !isMajor(topic))
    advice.push(
      say(
        'problem',
        'topics',
        `“${name}”金额 ${formatMoney(amount)} 元，达到大额度资金标准（${threshold} 元），请勾选“三重一大”或把类别改为“大额度资金使用”。`,
      ),
    );
  const communicatedOn = textOf(row['communicatedOn']);
  if (communicatedOn !== '' && heldOn !== '' && communicatedOn > heldOn)
    advice.push(say('warning', 'topics', `“${name}”的沟通日期在会后，书记、校长应在会前沟通。`));
  if (communicatedOn === '' && isMajor(topic))
    advice.push(say('warning', 'topics', `“${name}”属于“三重一大”，请填书记、校长会前沟通的日期。`));
  if (row['touchesStaff'] === true && isEmptyValue(row['staffOpinion']))
    advice.push(say('warning', 'topics', `“${name}”涉及教职工利益，请填教代会或教职工大会的意见。`));
  if (
    kind === '校长办公会议' &&
    isMajor(topic) &&
    isCarriedOut({ decision: row['decision'] as TopicDecision | null }) &&
    isEmptyValue(row['decidedAt'])
  )
    advice.push(
      say(
        'problem',
        'topics',
        `“${name}”属于“三重一大”，应由学校党组织会议决定：请选作决定的那次会议，或把决定改为“提交党组织会议”。`,
      ),
    );
  return advice;
}

function voteAdvice(
  kind: GovernanceMeetingKind,
  { name, row, topicClass }: Topic,
  due: number | null,
): Advice[] {
  const inFavour = numberOf(row['inFavour']);
  if (inFavour === null || due === null || due === 0) return [];
  if (kind === '校长办公会议')
    return [say('info', 'topics', `“${name}”：校长办公会由校长听取意见后决定，票数只作参考。`)];
  const rule = isAppointment({ topicClass }) ? 'organisationAppointment' : 'organisation';
  const passed = isPassed(rule, due, due, inFavour) === true;
  const decision = row['decision'] as TopicDecision | null;
  const contrary = !passed && isCarriedOut({ decision });
  return [
    say(
      contrary ? 'problem' : passed ? 'good' : 'warning',
      'topics',
      `“${name}”：赞成 ${inFavour} 票，${passed ? '已' : '没有'}超过应到 ${due} 人的半数（至少 ${votesNeeded(rule, due, due) ?? 0} 票）${contrary ? `，不能定为“${decision ?? ''}”` : ''}。`,
    ),
  ];
}

function followUpAdvice({ name, row }: Topic): Advice[] {
  if (!isCarriedOut({ decision: row['decision'] as TopicDecision | null })) return [];
  const missing = [
    ...(isEmptyValue(row['owner']) ? ['责任人'] : []),
    ...(isEmptyValue(row['dueOn']) ? ['完成时限'] : []),
  ];
  return missing.length === 0
    ? []
    : [say('info', 'topics', `“${name}”已作决定，请填${missing.join('和')}，以便督办。`)];
}

/** Everyone present says something on a major topic, and who chairs says it last. */
function speechAdvice(values: Readonly<LooseValues>, topic: Topic): Advice[] {
  const spoken = rowsOf(values['speeches'])
    .filter((row) => row['topic'] === topic.number && typeof row['speaker'] === 'string')
    .map((row) => row['speaker']);
  if (spoken.length === 0) return [];
  const host = values['host'];
  const silent = rowsOf(values['attendance']).filter(
    (row) =>
      row['capacity'] === '班子成员' &&
      row['state'] === '出席' &&
      typeof row['staff'] === 'string' &&
      !spoken.includes(row['staff']),
  ).length;
  const hostFirst = spoken.includes(host) && spoken.at(-1) !== host;
  return [
    ...(silent > 0
      ? [say('info', 'speeches', `“${topic.name}”还有 ${silent} 名到会的班子成员没有发言记录。`)]
      : []),
    ...(hostFirst ? [say('warning', 'speeches', `“${topic.name}”：主持人应最后表态。`)] : []),
    ...(silent === 0 && !hostFirst && spoken.includes(host)
      ? [say('good', 'speeches', `“${topic.name}”：到会的都已发言，主持人最后表态。`)]
      : []),
  ];
}

function say(level: Advice['level'], path: string, sentence: string): Advice {
  return { level, path, sentence };
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

function numberOf(value: unknown): number | null {
  return typeof value === 'number' ? value : null;
}

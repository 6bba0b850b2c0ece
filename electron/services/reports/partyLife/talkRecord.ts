import { success } from '../../../../shared/kernel/result.ts';
import { branch } from '../../../../shared/ledgers/partyLife/branch.ts';
import { partyTalk } from '../../../../shared/ledgers/partyLife/partyTalk.ts';
import { getRecord, recordsOn } from '../../../store/records/records.ts';
import { titlesOf } from '../../../store/records/titles.ts';
import { committeePost } from '../../../../shared/ledgers/partyLife/committeePost.ts';
import type { Block, OfficeDocument } from '../../../documents/officeDocument.ts';
import { formTable, handsRow, pairsRow, wideRow, writingRow } from '../../../documents/officeTables.ts';
import { alignedName, joined, printedDate, withoutStop } from '../../../documents/officeText.ts';
import { recordReport } from '../report.ts';

/** What is printed in the form's places; a blank form has empty ones. */
interface TalkEntries {
  readonly talker: string;
  readonly talkerRole: string;
  readonly partner: string;
  readonly partnerRole: string;
  readonly time: string;
  readonly place: string;
  readonly kind: string;
  readonly content: string;
  readonly opinions: string;
  readonly attitude: string;
  readonly followUp: string;
}

const noEntries: TalkEntries = {
  talker: '',
  talkerRole: '',
  partner: '',
  partnerRole: '',
  time: '',
  place: '',
  kind: '□支委之间　□支委与党员　□党员之间　□书记与班子成员　□提醒谈话　□节点谈话　□必谈情形',
  content: '',
  opinions: '',
  attitude: '',
  followUp: '',
};

/** 谈心谈话记录表 of one talk, for the signatures of both. */
export const talkRecord = recordReport({
  name: 'talkRecord',
  label: '谈心谈话记录表',
  area: 'partyLife',
  ledger: partyTalk,
  gather: (h, { values: talk }) => {
    const names = titlesOf(h, [talk.branch, talk.talker, talk.partner]);
    const posts = recordsOn(h, committeePost, talk.heldOn, { where: { branch: talk.branch } });
    const roleOf = (id: string) =>
      posts
        .filter(({ values }) => values.member === id)
        .map(({ values }) => values.post)
        .join('、') || '党员';
    const entries: TalkEntries = {
      talker: alignedName(names[talk.talker] ?? ''),
      talkerRole: roleOf(talk.talker),
      partner: alignedName(names[talk.partner] ?? ''),
      partnerRole: roleOf(talk.partner),
      time: `${printedDate(talk.heldOn)}${talk.startsAt ?? ''}`,
      place: talk.place ?? '',
      kind: talk.occasion === null ? talk.kind : `${talk.kind}（${talk.occasion}）`,
      content: talk.content,
      opinions: talk.opinions ?? '',
      attitude: talk.attitude ?? '',
      followUp: joined(
        [
          talk.followUp && withoutStop(talk.followUp),
          talk.followedUpOn && `${printedDate(talk.followedUpOn)}落实`,
        ],
        '，',
      ),
    };
    const branchName = getRecord(h, branch, talk.branch)?.values.name ?? names[talk.branch] ?? '';
    return success({ branchName, talk, entries });
  },
  compose: ({ branchName, talk, entries }) => ({
    name: `谈心谈话记录表_${talk.heldOn.replaceAll('-', '')}_${entries.partner.replace('\u3000', '')}`,
    document: talkDocument(branchName, entries),
    personCount: 2,
    // A talk may be about illness, hardship or discipline: only those who need it should see it.
    sensitiveColumns: [talk.kind === '必谈情形' && '必谈情形', '主要内容'],
    problems: [talk.signed !== true && '这次谈话还没有登记双方签字。'],
  }),
});

/** The same form without entries, to be written by hand. */
export const talkForm = recordReport({
  name: 'talkForm',
  label: '谈心谈话记录表（空白）',
  area: 'partyLife',
  ledger: branch,
  gather: (_h, { values }) => success(values.name),
  compose: (branchName) => ({
    name: '谈心谈话记录表_空白',
    document: talkDocument(branchName, noEntries),
    personCount: 0,
  }),
});

function talkDocument(branchName: string, entries: TalkEntries): OfficeDocument {
  return { title: [branchName, '谈心谈话记录表'], style: 'form', blocks: [talkTable(entries)] };
}

function talkTable(entries: TalkEntries): Block {
  return formTable(
    [2.6, 6, 2.6, 6],
    [
      pairsRow({ 谈话人: entries.talker, '身　份': entries.talkerRole }, 10),
      pairsRow({ 谈话对象: entries.partner, '身　份': entries.partnerRole }, 10),
      pairsRow({ '时　间': entries.time, '地　点': entries.place }, 10),
      wideRow('谈话类型', entries.kind),
      writingRow('主要内容', entries.content, 78),
      writingRow('意　见\n和建议', entries.opinions, 32),
      writingRow('谈话对象\n态　　度', entries.attitude, 20),
      writingRow('后续措施\n及 落 实', entries.followUp, 24),
      handsRow(['谈话人\n签　字', '谈话对象\n签　　字']),
    ],
  );
}

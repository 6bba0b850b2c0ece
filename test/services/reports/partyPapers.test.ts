import PizZip from 'pizzip';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { withContentsPages } from '#electron/documents/html/contentsPages.ts';
import type { Block, OfficeDocument } from '#electron/documents/officeDocument.ts';
import { produceReport } from '#electron/services/reports/produceReport.ts';
import { reportHandlers } from '#electron/services/reports/reportHandlers.ts';
import type { Paper, ReportScope } from '#electron/services/reports/report.ts';
import { findReport } from '#electron/services/reports/reports.ts';
import { join } from 'node:path';
import { partyCampaign } from '#shared/ledgers/partyLife/partyCampaign.ts';
import { partyFee } from '#shared/ledgers/partyLife/partyFee.ts';
import { partyGroup } from '#shared/ledgers/partyLife/partyGroup.ts';
import { partyMeeting } from '#shared/ledgers/partyLife/partyMeeting.ts';
import { partyTalk } from '#shared/ledgers/partyLife/partyTalk.ts';
import { committeePost } from '#shared/ledgers/partyLife/committeePost.ts';
import { failureOf, valueOf } from '../../support/temporarySchool.ts';
import { reportDesk, type ReportDesk } from './reportDesk.ts';

let desk: ReportDesk;
const context = { today: '2026-11-24', accountName: '王办事' };

beforeAll(() => {
  desk = reportDesk();
});
afterAll(async () => {
  await desk.close();
});

type Meeting = Parameters<typeof desk.sample.add<typeof partyMeeting>>[1];

function meeting(type: NonNullable<Meeting['type']>, heldOn: string, values: Meeting = {}): string {
  const [host = '', recorder = ''] = desk.sample.members;
  return desk.sample.add(partyMeeting, {
    type,
    title: `${type}示例`,
    branch: desk.sample.branch,
    heldOn,
    startsAt: '09:00',
    endsAt: '10:00',
    place: '会议室',
    host,
    recorder,
    body: '内容。',
    ...values,
  });
}

function paperOf(name: string, scope: Partial<ReportScope>): Paper {
  const report = findReport(name);
  if (!report) throw new Error(`no report ${name}`);
  return valueOf(report.make(desk.school.store.read, { period: null, recordId: null, ...scope }, context));
}

function documentOf(paper: Paper): OfficeDocument {
  if (!paper.document) throw new Error('a paper without document');
  return paper.document;
}

/** Every text of the document in its order. */
function wordsOf(paper: Paper): string {
  const words = (block: Block): string[] => {
    switch (block.kind) {
      case 'table':
        return block.rows.flatMap(({ cells }) => cells.map((cell) => cell.text + (cell.foot ?? '')));
      case 'ends':
        return [block.left, block.right];
      case 'newSheet':
        return [...block.title];
      case 'contents':
        return [block.title];
      case 'signatures':
        return block.lines.map(({ label }) => label);
      case 'seal':
        return [block.unit, block.date];
      default:
        return [block.text];
    }
  };
  const { title, blocks } = documentOf(paper);
  return [...title, ...blocks.flatMap(words)].map((text) => text.replaceAll('\n', '')).join('|');
}

function rowsOf(paper: Paper, sheet: string): string[] {
  const found = paper.sheets?.find(({ name }) => name === sheet);
  return [...(found?.rows ?? [])].map((row) => row.slice(1).join('|'));
}

describe('会议记录 has the fields of its kind', () => {
  test('an election: electors, ballots, votes for each candidate, and who counted', () => {
    const [candidate = '', other = ''] = desk.sample.members;
    const words = wordsOf(
      paperOf('meetingMinutes', {
        recordId: meeting('支部党员大会', '2025-03-05', {
          candidates: [
            {
              id: 'c1',
              candidate,
              post: '书记',
              nominated: '候选人',
              inFavour: 6,
              against: 1,
              abstained: 0,
              elected: true,
            },
            {
              id: 'c2',
              candidate: other,
              post: null,
              nominated: '另选人',
              inFavour: 1,
              against: null,
              abstained: null,
              elected: null,
            },
          ],
          electorsDue: 7,
          electorsPresent: 7,
          ballotsIssued: 7,
          ballotsReturned: 7,
          ballotsSpoiled: 0,
          scrutineers: '郑文',
          tellers: '李晓',
          callers: '周建军',
        }),
      }),
    );
    expect(words).toContain('应到有选举权7人，实到有选举权7人，发出选票7张，收回选票7张，其中废票0张。');
    expect(words).toContain('1|赵　明|书记|候选人|6|1|0|是');
    expect(words).toContain('2|钱小红||另选人|1|||否');
    expect(words).toContain('监票人：郑文；计票人：李晓；唱票人：周建军。');
  });

  test('a vote by ballot names who gave a written opinion', () => {
    const words = wordsOf(
      paperOf('meetingMinutes', {
        recordId: meeting('支部党员大会', '2025-03-06', {
          votes: [
            {
              id: 'v',
              matter: '接收刘洋同志为预备党员',
              kind: '接收预备党员',
              candidate: '刘洋',
              mode: '无记名投票',
              dueVoters: 7,
              presentVoters: 6,
              inFavour: 7,
              against: 0,
              abstained: 0,
              written: 1,
              writtenBy: '吴爱华',
              outcome: '通过',
            },
          ],
          scrutineers: '郑文',
        }),
      }),
    );
    expect(words).toContain('会前书面意见人：刘洋：吴爱华。|监票人：郑文。');
  });

  test('committee, group and lecture', () => {
    const group = desk.sample.add(partyGroup, {
      name: '小学党小组',
      branch: desk.sample.branch,
      foundedOn: '2020-01-01',
    });
    const leader = desk.sample.members[3] ?? '';
    desk.sample.add(committeePost, {
      branch: desk.sample.branch,
      member: leader,
      post: '党小组组长',
      partyGroup: group,
      from: '2024-03-01',
    });
    const committee = meeting('支部委员会会议', '2025-04-01', {
      topicSource: '组织委员提出',
      toAssembly: true,
    });
    expect(wordsOf(paperOf('meetingMinutes', { recordId: committee }))).toContain(
      '议题来源|组织委员提出|提交党员大会|提交',
    );
    const small = meeting('党小组会', '2025-04-02', {
      partyGroup: group,
      criticism: '互相提了意见。',
      reportedMatters: '建议增设书架。',
    });
    const words = wordsOf(paperOf('meetingMinutes', { recordId: small }));
    expect(words).toContain('党小组|小学党小组|组　长|李晓');
    expect(words).toContain('批评与自我批评要点|互相提了意见。');
    expect(words).toContain('向支部汇报事项|建议增设书架。');
    const lecture = meeting('党课', '2025-04-03', {
      lecturerOutside: '县委党校张教授',
      lecturerRole: '外请',
      lectureTitle: '办好人民满意的教育',
      audience: '全体党员和入党积极分子',
      discussion: '大家深受启发。',
    });
    const lectured = wordsOf(paperOf('meetingMinutes', { recordId: lecture }));
    expect(lectured).toContain('授课人|县委党校张教授|身　份|外请');
    expect(lectured).toContain('听课对象|全体党员和入党积极分子');
    expect(lectured).toContain('讨论和心得|大家深受启发。');
  });

  test('组织生活会 brings what its yearly work says: preparations, problems, rectifications', () => {
    const sitting = meeting('组织生活会', '2025-02-20', {
      superiorPresent: '教育局李主任',
      selfCriticismCount: 8,
      mutualCriticismCount: 14,
    });
    desk.sample.add(
      partyCampaign,
      {
        kind: '组织生活会',
        branch: desk.sample.branch,
        theme: '锤炼党性',
        meeting: sitting,
        planFiledOn: '2025-02-01',
        studyCount: 2,
        opinionMethods: '座谈',
        opinionPeople: 20,
        opinionCount: 12,
        problems: [{ id: 'p', owner: '支委会', member: null, problem: '学习不经常', source: '征求意见' }],
        rectifications: [
          {
            id: 'r',
            problem: '学习不经常',
            measure: '每周一学',
            owner: desk.sample.members[0] ?? null,
            dueOn: '2025-06-30',
            closedOn: '2025-06-20',
            result: '已坚持',
          },
        ],
      },
      { period: '2024' },
    );
    const words = wordsOf(paperOf('meetingMinutes', { recordId: sitting }));
    for (const part of [
      '会议主题|锤炼党性|上级派员|教育局李主任|自　我批　评|8条|相互批评|14条',
      '一、会前准备|方案2025年2月1日报批；会前学习2次；以座谈征求20人意见12条。',
      '1|支委会|学习不经常|征求意见',
      '1|学习不经常|每周一学|赵　明|2025年6月30日|已坚持，2025年6月20日销号',
    ])
      expect(words).toContain(part);
  });

  test('民主评议: own and mutual grade, ballots, and the day of feedback', () => {
    const member = desk.sample.members[1] ?? '';
    const review = meeting('民主评议党员', '2025-02-21', {
      reviewBallots: 8,
      grades: [
        {
          id: 'g1',
          member,
          selfGrade: '合格',
          peerGrade: '优秀',
          excellentVotes: 7,
          qualifiedVotes: 1,
          basicVotes: 0,
          unqualifiedVotes: 0,
          grade: '优秀',
          remark: '踏实。',
          feedbackOn: '2025-03-01',
        },
      ],
    });
    const words = wordsOf(paperOf('meetingMinutes', { recordId: review }));
    expect(words).toContain('参评党员|1人|收　回测评票|8张');
    expect(words).toContain('1|钱小红|合格|优秀|7|1|0|0|优秀|踏实。|03.01');
  });
});

describe('before a meeting', () => {
  test('the notice says when, where, what about, who comes and what to prepare', () => {
    const coming = meeting('支部委员会会议', '2026-12-01', {
      topics: '研究十二月主题党日',
      studyMaterials: '《支部工作条例》',
    });
    const paper = paperOf('meetingNotice', { recordId: coming });
    const words = wordsOf(paper);
    for (const part of [
      '各支部委员：',
      '2026年12月1日（星期二）09:00，会期预计至10:00。',
      '地点：会议室。',
      '议题：研究十二月主题党日。',
      '全体支部委员。',
      '预先阅读：《支部工作条例》。请对议题准备意见',
      '|2026年11月24日',
    ])
      expect(words).toContain(part);
    expect(paper.problems).toEqual([]);
    // The committee signs, not the whole branch.
    expect(paperOf('attendanceSheet', { recordId: coming }).rows).toBe(2);
  });

  test('a notice made after the meeting bears no invented day', () => {
    const past = meeting('主题党日', '2026-09-15');
    const paper = paperOf('meetingNotice', { recordId: past });
    expect(wordsOf(paper)).toMatch(/年\u3000\u3000月\u3000\u3000日$/u);
    expect(paper.problems).toEqual([
      expect.stringContaining('还没有填写议题'),
      expect.stringContaining('落款日期空着'),
    ]);
  });
});

describe('talks and ballots', () => {
  test('a talk fills the form, and the blank form offers the kinds', () => {
    const [talker = '', , partner = ''] = desk.sample.members;
    const talk = desk.sample.add(
      partyTalk,
      {
        branch: desk.sample.branch,
        heldOn: '2026-10-09',
        startsAt: '16:00',
        talker,
        partner,
        kind: '必谈情形',
        occasion: '身体健康',
        content: '问候病情。',
        followUp: '减课时。',
        followedUpOn: '2026-10-12',
      },
      { period: '2026' },
    );
    const paper = paperOf('talkRecord', { recordId: talk });
    expect(wordsOf(paper)).toContain(
      '谈话人|赵　明|身　份|书记|谈话对象|孙国庆|身　份|党员|时　间|2026年10月9日16:00',
    );
    expect(wordsOf(paper)).toContain('减课时，2026年10月12日落实');
    expect(paper.sensitiveColumns).toContain('必谈情形');
    expect(paper.problems).toEqual(['这次谈话还没有登记双方签字。']);
    const blank = wordsOf(paperOf('talkForm', { recordId: desk.sample.branch }));
    expect(blank).toContain('□支委之间');
    expect(blank).not.toContain('赵');
    // The list goes upward: why a talk had to be held stays at school.
    const list = rowsOf(paperOf('talkList', { period: '2026' }), '谈心谈话台账');
    expect(list).toEqual(['2026-10-09|第一党支部|赵明|孙国庆|谈心谈话||否|']);
  });

  test('ballots are counted for those who may vote; the review form lists full members, twice on a page', () => {
    const ballots = paperOf('ballotForms', { recordId: desk.sample.branch });
    expect(wordsOf(ballots).split('第一支部委员会表决票')).toHaveLength(5);
    expect(ballots.problems).toEqual(['有表决权的党员7人，每页4张，要印2页。']);
    const review = paperOf('reviewBallots', { recordId: desk.sample.branch });
    expect(review.personCount).toBe(7);
    expect(wordsOf(review).split('2026年度民主评议党员测评票')).toHaveLength(3);
    expect(wordsOf(review)).not.toContain('王秀英');
  });
});

describe('党建工作年度统计表', () => {
  test('has a sheet each for meetings, attendance, hours, fees, development and structure, with live sums', async () => {
    const [member = ''] = desk.sample.members;
    const fee = { member, branch: desk.sample.branch, situation: '在职', due: 5000 } as const;
    desk.sample.add(partyFee, { ...fee, paid: 5000, paidOn: '2026-09-15' }, { period: '2026-09' });
    desk.sample.add(partyFee, { ...fee, paid: 0, arrearsReason: '外出学习' }, { period: '2026-10' });
    const paper = paperOf('partyYearStatistics', { period: '2026', recordId: desk.sample.branch });
    expect(paper.sheets?.map(({ name }) => name)).toEqual([
      '按月次数',
      '出席情况',
      '教育学时',
      '党费收缴',
      '发展党员',
      '党员结构',
    ]);
    expect(rowsOf(paper, '按月次数')).toContain('第一党支部|支部党员大会|4|1|0|3|0|0|0|0|0|0|0|0|0|0|1|0');
    expect(rowsOf(paper, '出席情况')).toContain('第一党支部|吴爱华|1|0|0|1|0|1|');
    expect(rowsOf(paper, '党费收缴')).toEqual(['第一党支部|赵明|2|100|50|50|10月|外出学习']);
    expect(rowsOf(paper, '发展党员')).toEqual(['第一党支部|0|1|0|0|0']);
    // 8 members, born 1980 to 1987 on 12 May: 46 to 39 years old.
    expect(rowsOf(paper, '党员结构')[0]).toBe('第一党支部|8|7|1|4|4|0|0|0|2|5|1|0|0|0|0|0|8|0|0|0|0|1|0|1|1');
    const made = valueOf(
      await produceReport(
        desk.school.store.read,
        { name: 'partyYearStatistics', scope: { period: '2026', recordId: null }, form: 'xlsx' },
        context,
      ),
    );
    const zip = new PizZip('bytes' in made.content ? made.content.bytes : new Uint8Array());
    expect(zip.file('xl/worksheets/sheet4.xml')?.asText()).toMatch(/<f[^>]*>SUM\(F4:F\d+\)<\/f>/u);
  });
});

describe('党支部工作手册', () => {
  const order = { period: '2026' } as const;

  test('needs a branch', () => {
    const report = findReport('branchHandbook');
    const made = report?.make(desk.school.store.read, { ...order, recordId: null }, context);
    expect(made && failureOf(made).sentence).toContain('没有找到这条“党支部”记录');
  });

  test('has the chapters of the paper book in their order, and the records of a kind by day', () => {
    meeting('主题党日', '2026-03-15', { title: '三月主题党日', volunteerHours: 2 });
    const paper = paperOf('branchHandbook', { ...order, recordId: desk.sample.branch });
    const { blocks, cover } = documentOf(paper);
    expect(cover?.lines.map(({ text }) => text)).toEqual([
      '2026年',
      '中共山丹县清泉学校第一支部委员会',
      '赵明',
      '',
    ]);
    expect(
      blocks.flatMap((block) =>
        block.kind === 'chapter'
          ? [block.text]
          : block.kind === 'newSheet'
            ? [`· ${block.title.join('')}`]
            : [],
      ),
    ).toEqual([
      '一、党支部基本情况',
      '二、支部委员会及分工',
      '三、党小组',
      '四、党员名册',
      '五、年度计划和季度计划',
      '六、支部党员大会记录',
      '· 2026年第四季度支部党员大会',
      '七、支部委员会会议记录',
      '八、党小组会记录',
      '九、党课记录',
      '十、主题党日活动记录',
      '· 三月主题党日',
      '· 主题党日示例',
      '十一、组织生活会记录',
      '十二、民主评议党员记录',
      '十三、集中学习记录',
      '十四、谈心谈话',
      '十五、党费收缴',
      '十六、发展党员',
      '十七、党员教育学时',
      '十八、流动党员',
      '十九、志愿服务和先锋岗',
      '二十、走访慰问',
      '二十一、表彰奖励',
      '二十二、党建品牌创建',
      '二十三、年度工作总结',
    ]);
    const words = wordsOf(paper);
    expect(words).toContain('党员总数|8人');
    expect(words).toContain('应交100.00元，实交50.00元，欠交50.00元。');
    expect(words).toContain('1|2026.03.15|三月主题党日|2|');
    expect(words).not.toContain('问候病情');
  });

  test('the contents carry the pages on which the chapters stand', async () => {
    const scope = { ...order, recordId: desk.sample.branch };
    const made = valueOf(
      await produceReport(desk.school.store.read, { name: 'branchHandbook', scope, form: 'html' }, context),
    );
    const html = 'html' in made.content ? made.content.html : '';
    const numbered = withContentsPages(html, valueOf(await desk.app.desktop.pdfFromHtml(html)));
    const pages = [...numbered.matchAll(/<i><\/i><span>(\d*)<\/span>/gu)].map(([, page]) => Number(page));
    // Cover and contents come first. Everything fits its page here but the one long record of the year.
    const sheets = numbered.split('<section class="sheet">').slice(1);
    const positions = sheets.flatMap((sheet, index) =>
      sheet.startsWith('<h1 id="chapter-') ? [index + 1] : [],
    );
    expect(positions.slice(0, 6)).toEqual(pages.slice(0, 6));
    expect(pages).toHaveLength(23);
    const longer = (pages[6] ?? 0) - (positions[6] ?? 0);
    expect(pages.slice(6)).toEqual(positions.slice(6).map((position) => position + longer));
  }, 60_000);

  test('the Word file has a field for the contents, and the chapters in the style it gathers', async () => {
    const made = valueOf(
      await produceReport(
        desk.school.store.read,
        { name: 'branchHandbook', scope: { ...order, recordId: desk.sample.branch }, form: 'docx' },
        context,
      ),
    );
    const zip = new PizZip('bytes' in made.content ? made.content.bytes : new Uint8Array());
    const text = zip.file('word/document.xml')?.asText() ?? '';
    expect(text).toMatch(/TOC[^<]*手册章标题,1/u);
    expect(text.match(/w:pStyle w:val="OfficeChapter"/gu)).toHaveLength(23);
  });

  test('is made in a job that says how far it is', async () => {
    const jobId = desk.school.newId();
    const saved = await reportHandlers(desk.app)['reports.save'](
      {
        jobId,
        name: 'branchHandbook',
        ...order,
        recordId: desk.sample.branch,
        format: 'docx',
        purpose: '年度检查',
        recipient: '县教育局党委',
        path: join(desk.stick, '手册.docx'),
      },
      desk.as('partyAffairs'),
    );
    expect(valueOf(saved)?.path).toBe(join(desk.stick, '手册.docx'));
    expect(desk.crashes).toEqual([]);
    const phrases = desk.events.flatMap((event) =>
      event.type === 'job.progress' && event.jobId === jobId ? [event.phrase] : [],
    );
    expect(phrases).toContain('正在读取台账');
  }, 60_000);
});

import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Block } from '#electron/documents/officeDocument.ts';
import type { Paper } from '#electron/services/reports/report.ts';
import { findReport } from '#electron/services/reports/reports.ts';
import { partyCampaign } from '#shared/ledgers/partyLife/partyCampaign.ts';
import { failureOf, temporarySchool, valueOf, type TemporarySchool } from '../../support/temporarySchool.ts';
import { sampleCampaign } from '../../support/sampleCampaign.ts';
import { fillSampleSchool, type SampleSchool } from '../../support/sampleSchoolYear.ts';

/** The papers of a 组织生活会 with 民主评议 of 2025, on 2026-11-24. */
let school: TemporarySchool;
let sample: SampleSchool;
let id: string;
beforeAll(() => {
  school = temporarySchool();
  sample = fillSampleSchool(school);
  id = sampleCampaign(sample);
});
afterAll(() => {
  school.remove();
});

function make(name: string, recordId = id) {
  const report = findReport(name);
  if (!report) throw new Error(`no report ${name}`);
  const context = { today: '2026-11-24', accountName: '王办事' };
  return report.make(school.store.read, { period: null, recordId }, context);
}

function wordsOf(paper: Paper): string {
  const words = (block: Block): string[] => {
    switch (block.kind) {
      case 'table':
        return block.rows.flatMap(({ cells }) => cells.map((cell) => cell.text + (cell.foot ?? '')));
      case 'ends':
        return [block.left, block.right];
      case 'signatures':
        return block.lines.map(({ label }) => label);
      case 'newSheet':
        return [...block.title];
      case 'seal':
        return [block.unit, block.date];
      case 'contents':
        return [block.title];
      default:
        return [block.text];
    }
  };
  const { title = [], blocks = [] } = paper.document ?? {};
  return [...title, ...blocks.flatMap(words)].map((text) => text.replaceAll('\n', '')).join('|');
}

describe('the papers of a campaign', () => {
  test.each([
    [
      'campaignPlan',
      ['以“锤炼党性”为主题', '拟于2026年1月15日召开', '（五）召开会议', '预备党员参加，不评定等次'],
    ],
    [
      'campaignOpinions',
      ['1|建议多听课|支委会|教职工|每周推门听课', '征求36人，意见2条', '方式：座谈、意见箱'],
    ],
    ['campaignProblems', ['1|支委会|学习不经常|征求意见']],
    ['campaignRectifications', ['共2项，已销号1项', '1|学习不经常|每月集中学习两次|']],
    ['reviewSummary', ['有效票8张', '优秀最多2人', '2026年1月20日支委会评定']],
    ['campaignReport', ['收集意见建议2条', '收回8张，有效票8张', '评为优秀的是', '已销号1项']],
  ])('%s', (name, expected) => {
    const words = wordsOf(valueOf(make(name)));
    for (const each of expected) expect(words).toContain(each);
  });

  test('a page for every member', () => {
    const paper = valueOf(make('reviewForms'));
    expect(wordsOf(paper).match(/民主评议党员登记表/gu)).toHaveLength(sample.members.length);
    expect(wordsOf(paper)).toContain('优秀7票　　合格1票　　基本合格0票　　不合格0票');
    expect(paper.sensitiveColumns).toEqual(['评定等次', '评语']);
  });

  test('an empty campaign gives forms to be written by hand and says so', () => {
    const empty = sample.add(
      partyCampaign,
      { kind: '组织生活会', branch: sample.branch },
      { period: '2024' },
    );
    expect(valueOf(make('campaignProblems', empty)).problems).toEqual(['问题清单是空的，可以手写。']);
    expect(valueOf(make('campaignReport', empty)).problems[0]).toMatch(/还没有办完：方案报批、会前学习/u);
    expect(failureOf(make('reviewForms', empty)).sentence).toMatch(/还没有列出参评党员/u);
  });
});

import { defineLedger } from '../../ledger/definition.ts';
import { choice, date, longText, text } from '../../ledger/field.ts';
import { signCampaigns } from '../../domain/ethics/words.ts';

/** The text that people sign, in force from a day: what was signed in an earlier year stays as it was. */
export const ethicsClause = defineLedger({
  id: 'ethicsClause',
  table: 'ethics_clause',
  area: 'ethics',
  label: '承诺书条款',
  description: '师德承诺书和有偿补课自查的条款文本，按启用日期取用；没有登记时用程序自带的文本。',
  fields: {
    campaign: choice({
      label: '用于',
      required: true,
      listWidth: 120,
      filter: true,
      options: signCampaigns,
    }),
    version: text({ label: '条款版本', required: true, listWidth: 140, maxLength: 40, example: '2026年版' }),
    validFrom: date({ label: '启用日期', required: true, listWidth: 110, filter: true }),
    preamble: longText({ label: '开头语', rows: 3, maxLength: 1000 }),
    clauses: longText({
      label: '条款',
      required: true,
      rows: 10,
      maxLength: 4000,
      help: '一行一条，不写序号',
      search: 'text',
    }),
    closing: longText({ label: '结束语', rows: 2, maxLength: 1000 }),
  },
  title: 'version',
  keys: [
    ['campaign', 'validFrom'],
    ['campaign', 'version'],
  ],
  groups: [{ label: '条款', fields: ['campaign', 'version', 'validFrom', 'preamble', 'clauses', 'closing'] }],
  sort: [{ field: 'validFrom', direction: 'desc' }],
});

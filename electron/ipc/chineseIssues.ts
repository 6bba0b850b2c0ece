import type { z } from 'zod';
import type { FieldProblem } from '../../shared/kernel/result.ts';

/** Words for zod's own findings, used where a schema gives no sentence itself. */
export function issueSentence(issue: z.core.$ZodRawIssue): string {
  switch (issue.code) {
    case 'invalid_type':
      return issue.input === undefined || issue.input === null
        ? '这里不能空着。'
        : '这里的内容不对，请重新填写。';
    case 'too_small':
      return tooSmall(issue.origin, Number(issue.minimum));
    case 'too_big':
      return tooBig(issue.origin, Number(issue.maximum));
    case 'invalid_format':
      return issue.format === 'date' ? '日期应写成 2026-09-01 这样的格式。' : '格式不对，请检查后重新填写。';
    case 'invalid_value':
      return '不在可选的范围内，请重新选择。';
    default:
      return '这里的内容不对，请重新填写。';
  }
}

/** Problems of a refused input, path joined with dots. */
export function problemsOf(error: z.ZodError): FieldProblem[] {
  return error.issues.map((issue) => ({ path: issue.path.map(String).join('.'), sentence: issue.message }));
}

function tooSmall(origin: string, minimum: number): string {
  if (origin === 'string') return minimum <= 1 ? '这里不能空着。' : `至少写 ${minimum} 个字。`;
  if (origin === 'array') return `至少选 ${minimum} 项。`;
  return `不能小于 ${minimum}。`;
}

function tooBig(origin: string, maximum: number): string {
  if (origin === 'string') return `最多写 ${maximum} 个字。`;
  if (origin === 'array') return `最多 ${maximum} 项。`;
  return `不能大于 ${maximum}。`;
}

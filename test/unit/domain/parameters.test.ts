import { describe, expect, test } from 'vitest';
import {
  createParameters,
  findParameter,
  parameterDefinitions,
  readParameterValue,
} from '#shared/domain/parameters/index.ts';

describe('parameters', () => {
  const overrides = [
    { id: 'serviceMinMinutes', validFrom: '2026-09-01', value: 90 },
    { id: 'serviceMinMinutes', validFrom: '2027-02-01', value: 100 },
    { id: 'serviceMinMinutes', validFrom: '2026-10-01', value: 'ninety' },
    { id: 'gone', validFrom: '2026-10-01', value: 1 },
  ];

  test.each([
    ['2026-08-31', 120],
    ['2026-09-01', 90],
    ['2027-01-31', 90],
    ['2027-02-01', 100],
  ])('on %s the least service is %i minutes', (on, minutes) => {
    expect(createParameters(overrides).number('serviceMinMinutes', on)).toBe(minutes);
  });

  test('the order in which overrides were stored does not matter', () => {
    const turned = createParameters([...overrides].reverse());
    expect(turned.number('serviceMinMinutes', '2027-03-01')).toBe(100);
  });

  test('words of a list', () => {
    const own = createParameters([
      { id: 'forbiddenCourseWords', validFrom: '2026-09-01', value: '奥数、 培优，刷题' },
    ]);
    expect(own.words('forbiddenCourseWords', '2026-10-01')).toEqual(['奥数', '培优', '刷题']);
  });

  test.each([
    ['serviceMinMinutes', 90, true],
    ['serviceMinMinutes', -1, false],
    ['serviceMinMinutes', Number.NaN, false],
    ['serviceMinMinutes', '90', false],
    ['appraisalWeights', [20, 20, 20, 20, 20], true],
    ['appraisalWeights', [20, 20, 20, 20, 10], false],
    ['appraisalWeights', [50, 50], false],
    ['exemptMonths', [2, 8], true],
    ['exemptMonths', [13], false],
    ['exemptMonths', [], true],
    ['meetingEarliestAt', '06:30', true],
    ['meetingEarliestAt', '', false],
    ['gone', 1, false],
  ])('%s = %j may be set: %s', (id, value, expected) =>
    expect(readParameterValue(id, value).ok).toBe(expected),
  );

  test('every parameter is described, and its shipped value would be accepted', () => {
    for (const { id, label, help, versions } of parameterDefinitions) {
      expect(findParameter(id)?.label).toBe(label);
      expect(help.length).toBeGreaterThan(5);
      for (const { value } of versions) expect(readParameterValue(id, value)).toMatchObject({ ok: true });
    }
  });
});

import { expect, test } from 'vitest';
import { compareLabels } from '#shared/kernel/labelOrder.ts';

test.each([
  [
    ['第十党支部', '第二党支部', '第一党支部', '第三党支部'],
    ['第一党支部', '第二党支部', '第三党支部', '第十党支部'],
  ],
  [
    ['二年级1班', '一年级10班', '一年级2班'],
    ['一年级2班', '一年级10班', '二年级1班'],
  ],
  [
    ['二支部初中组', '一支部行政组', '一支部初中组'],
    ['一支部初中组', '一支部行政组', '二支部初中组'],
  ],
  [
    ['张伟', '李娜', '王芳'],
    ['李娜', '王芳', '张伟'],
  ],
])('%j stand in the order an office lists them', (labels, ordered) => {
  expect(labels.toSorted(compareLabels)).toEqual(ordered);
});

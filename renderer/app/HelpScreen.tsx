import Box from '@mui/material/Box';
import type { ReactNode } from 'react';
import { PageHeader } from '../ui/PageHeader.tsx';
import { Panel } from '../ui/Panel.tsx';

interface Section {
  readonly title: string;
  readonly lines: readonly (readonly [string, string])[];
}

const sections: readonly Section[] = [
  {
    title: '处处可用',
    lines: [
      ['Ctrl+K', '查找人、记录和页面，可输入拼音首字母'],
      ['Ctrl+S', '保存正在填写的表单'],
      ['Esc', '离开表单；有没保存的内容时会先问一句'],
      ['Tab、Shift+Tab', '到下一处、上一处'],
    ],
  },
  {
    title: '填写表单',
    lines: [
      ['回车', '到下一项；多行文字里换行用 Shift+回车或 Ctrl+回车'],
      ['日期', '可输入 20261124、11-24、今天、昨天、上周五'],
      ['选人', '输入姓名或拼音首字母，上下键选，回车定'],
      ['粘贴图片', '附件处按 Ctrl+V，可直接贴上截图或照片'],
    ],
  },
  {
    title: '明细表和点名',
    lines: [
      ['方向键', '在格子间移动；直接输入就改写，F2 或回车修改原有内容'],
      ['Delete', '清空一格'],
      ['Ctrl+V', '从 Excel 或 WPS 复制的多行多列可直接粘贴'],
      ['点名', '默认全到；输入姓名首字母，空格标记例外，再按原因的首字母或用左右键选'],
    ],
  },
  {
    title: '常用说法',
    lines: [
      ['所属期', '这条记录算在哪个年度、季度、月份或学期，上报和检查都按它算'],
      ['草稿', '还没填完，可以随时接着填'],
      ['已完成', '填写完毕并锁定；要改先写明原因重新打开'],
      ['已审定', '负责人看过并确认'],
      ['回收站', '删除的记录先放在这里，可以找回'],
      ['上报包', '装到 U 盘交给上级的一整套文件'],
    ],
  },
];

export function HelpScreen(): ReactNode {
  return (
    <>
      <PageHeader title="帮助" hint="键盘操作和常用说法" />
      <Box
        sx={{
          display: 'grid',
          gap: 2,
          gridTemplateColumns: 'repeat(auto-fit, minmax(min(26rem, 100%), 1fr))',
        }}
      >
        {sections.map((section) => (
          <Panel key={section.title} title={section.title}>
            <Box component="dl" sx={{ m: 0, display: 'grid', gridTemplateColumns: '8rem 1fr', rowGap: 0.75 }}>
              {section.lines.map(([term, words]) => (
                <Box key={term} sx={{ display: 'contents' }}>
                  <Box component="dt" sx={{ fontWeight: 600 }}>
                    {term}
                  </Box>
                  <Box component="dd" sx={{ m: 0, color: 'text.secondary' }}>
                    {words}
                  </Box>
                </Box>
              ))}
            </Box>
          </Panel>
        ))}
      </Box>
    </>
  );
}

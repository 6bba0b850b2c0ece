import { number, text } from './parameter.ts';

/** What a county or a school may set about the after-school service. */
export const afterSchoolParameters = {
  serviceMinMinutes: number(120, '分钟', [0, 600], {
    label: '每天服务时长下限',
    help: '课后服务每天至少多少分钟。',
  }),
  groupSizePerAdult: number(45, '人', [1, 500], {
    label: '每名教师照看学生数上限',
    help: '一场课后服务中平均每名到岗人员照看的学生数。',
  }),
  serviceReportDueDays: number(15, '天', [0, 366], {
    label: '课后服务上报期限',
    help: '学期结束后几天内上报课后服务统计表。',
  }),
  minutesPerServiceHour: number(40, '分钟', [10, 120], {
    label: '每课时分钟数',
    help: '用来核对登记的课时是否超过实际时长。',
  }),
  incidentCloseDays: number(7, '天', [0, 366], {
    label: '突发事件办结期限',
    help: '课后服务的突发事件几天内应写明处置结果。',
  }),
  endOfWorkToleranceMinutes: number(0, '分钟', [0, 120], {
    label: '早于下班时间的宽限',
    help: '课后服务比当地下班时间早几分钟结束时不提示。',
  }),
  eveningStudyMaxMinutes: number(120, '分钟', [0, 300], {
    label: '晚自习时长上限',
    help: '初中晚自习每天最多多少分钟。',
  }),
  eveningStudyLatestEnd: text('20:30', {
    label: '晚自习最晚结束时间',
    help: '初中晚自习最晚几点结束，写成 20:30 的样子。',
  }),
  servicePlanFilingDays: number(14, '天', [0, 120], {
    label: '课后服务方案报备期限',
    help: '开学后几天内审定一校一案并报教育局。',
  }),
  serviceKindsMin: number(3, '类', [0, 10], {
    label: '课后服务课程种类下限',
    help: '一学期至少开设几类课程。',
  }),
  wholeClassSignUpFrom: number(10, '人', [1, 100], {
    label: '整班报名提示人数',
    help: '班级达到多少人、又全班报名或全部同一天签字时提示核对。',
  }),
  participationMovePoints: number(20, '个百分点', [0, 100], {
    label: '参与率变动提示',
    help: '参与率比上学期变动超过几个百分点时提示核对。',
  }),
  serviceReducedPercent: number(50, '%', [0, 100], {
    label: '减半对象收费比例',
    help: '收费类别为“减半”的学生按标准的百分之几收。',
  }),
  serviceSignUpDays: number(14, '天', [0, 120], {
    label: '开学报名期',
    help: '开学几天内报名的按整个学期收费，以后报名的从申请那天起算。',
  }),
  serviceRefundAbsentDays: number(5, '天', [0, 200], {
    label: '缺勤退费天数',
    help: '一学期全天缺勤达到几天时按天退费；填 0 表示缺勤不退费。',
  }),
  forbiddenCourseWords: text('新课、讲授、测试、考试、刷题、补课、培优班', {
    label: '课后服务禁用词',
    help: '课程名称或活动内容里出现这些词时提示，用顿号隔开。',
  }),
};

import type { SchoolType } from '../../kernel/schoolType.ts';
import { tenRulesOf } from './tenRules.ts';
import type { SignCampaign } from './words.ts';

/** The text of a campaign as it is printed. */
export interface ClauseText {
  readonly version: string;
  readonly preamble: string;
  /** Without their numbers. */
  readonly clauses: readonly string[];
  readonly closing: string;
}

/** The six bans of 教师〔2015〕5号 in the order of the form, each with its field of the ledger 有偿补课自查. */
export const sixBans = [
  { field: 'organised', text: '组织、推荐、诱导学生参加校内外有偿补课' },
  { field: 'took', text: '参加校外培训机构或由其他教师、家长、家长委员会等组织的有偿补课' },
  { field: 'introduced', text: '为校外培训机构和他人介绍生源、提供相关信息' },
  { field: 'lent', text: '为校外培训机构有偿补课提供教育教学设施或学生信息' },
  { field: 'forced', text: '组织、要求学生参加有偿补课' },
  { field: 'joint', text: '与校外培训机构联合进行有偿补课' },
] as const;

const schoolPromises: Readonly<Record<string, string>> = {
  坚定政治方向: '坚持以习近平新时代中国特色社会主义思想为指导，拥护中国共产党的领导，贯彻党的教育方针。',
  自觉爱国守法: '忠于祖国，忠于人民，恪守宪法原则，遵守法律法规，依法履行教师职责。',
  传播优秀文化: '带头践行社会主义核心价值观，弘扬真善美，传递正能量。',
  潜心教书育人:
    '落实立德树人根本任务，遵循教育规律和学生成长规律，因材施教，教学相长；不违反教学纪律，不敷衍教学。',
  关心爱护学生:
    '严慈相济，诲人不倦，真心关爱学生，严格要求学生，做学生良师益友；不歧视、侮辱学生，不体罚和变相体罚。',
  加强安全防范: '增强安全意识，加强安全教育，保护学生安全，防范事故风险；遇突发事件不擅离职守。',
  坚持言行雅正: '为人师表，以身作则，举止文明，作风正派，自重自爱。',
  秉持公平诚信: '坚持原则，处事公道，光明磊落，为人正直；在招生、考试、评优、职称等工作中不徇私舞弊。',
  坚守廉洁自律: '严于律己，清廉从教；不索要、收受学生及家长财物，不推销图书报刊、教辅材料和保险。',
  规范从教行为: '勤勉敬业，乐于奉献，自觉抵制不良风气；不组织、参与有偿补课，不为校外培训机构介绍生源。',
};

const kindergartenPromises: Readonly<Record<string, string>> = {
  ...schoolPromises,
  潜心培幼育人: '落实立德树人根本任务，爱岗敬业，细致耐心；工作期间不玩忽职守、不空岗，不未经批准找人替班。',
  加强安全防范: '增强安全意识，加强安全教育，保护幼儿安全，防范事故风险；遇突发事件不擅离职守。',
  关心爱护幼儿: '呵护幼儿健康，保障快乐成长；不体罚和变相体罚幼儿，不歧视、侮辱幼儿。',
  遵循幼教规律: '循序渐进，寓教于乐；不采用学校教育方式提前教授小学内容，不组织有碍幼儿身心健康的活动。',
  坚守廉洁自律: '严于律己，清廉从教；不索要、收受幼儿家长财物，不推销幼儿读物、社会保险。',
  规范保教行为:
    '尊重幼儿权益，抵制不良风气；不组织幼儿参加以营利为目的的表演、竞赛，不泄露幼儿与家长的信息。',
};

/** The text shipped with the program, used until the school enters its own (教师〔2018〕16号, 教师〔2015〕5号). */
export function shippedClauses(campaign: SignCampaign, schoolType: SchoolType): ClauseText {
  const kindergarten = schoolType === '幼儿园';
  const rules = kindergarten
    ? '《新时代幼儿园教师职业行为十项准则》'
    : '《新时代中小学教师职业行为十项准则》';
  if (campaign === '有偿补课自查')
    return {
      version: '教师〔2015〕5号',
      preamble:
        '对照教育部《严禁中小学校和在职中小学教师有偿补课的规定》（教师〔2015〕5号），本人逐项自查如下：',
      clauses: sixBans.map(({ text }) => text),
      closing:
        '以上自查情况属实。本人承诺严格遵守规定，自觉接受学校、家长和社会监督，如有违反，愿意接受处理。',
    };
  const promises = kindergarten ? kindergartenPromises : schoolPromises;
  return {
    version: '十项准则2018年版',
    preamble: `为认真履行教书育人职责，树立良好师德形象，本人按照${rules}，郑重承诺：`,
    clauses: tenRulesOf(schoolType).map((rule) => `${rule}。${promises[rule] ?? ''}`),
    closing: '以上承诺，本人严格遵守，自觉接受学校、家长和社会监督。如有违反，愿意接受相应处理。',
  };
}

//! Turns a stretch of a sentence into what its words tell: that something is done, is to come, is a task.
//! Knows nothing of figures and times.

/// Whether it tells of what is done.
pub(super) fn tells_done(text: &str) -> bool {
    has(&DONE, text)
}

/// Whether it tells of what is done, whatever day of the future it names: 到2030年拥有 is aimed at.
pub(super) fn tells_reached(text: &str) -> bool {
    has(&REACHED, text)
}

/// Whether it tells of what shall be.
pub(super) fn tells_coming(text: &str) -> bool {
    has(&COMING, text)
}

/// Whether it sets a task.
pub(super) fn sets_task(text: &str) -> bool {
    has(&TASKS, text)
}

fn has(words: &[&str], text: &str) -> bool {
    words.iter().any(|word| text.contains(word))
}

/// Words that tell of what is done.
const DONE: [&str; 24] = [
    "已",
    "累计",
    "截至",
    "目前",
    "现已",
    "拥有",
    "共有",
    "建成了",
    "达到了",
    "成功",
    "曾",
    "连续",
    "以来",
    "首批",
    "均为",
    "实现了",
    "取得",
    "入选",
    "荣获",
    "位居",
    "率先",
    "新增了",
    "完成了",
    "覆盖了",
];

/// Those of them that no day of the future turns into an aim.
const REACHED: [&str; 6] = ["成功", "已", "截至", "目前", "曾", "以来"];

/// Words that tell of what shall be.
const COMING: [&str; 20] = [
    "将",
    "力争",
    "争取",
    "计划",
    "预计",
    "拟",
    "不少于",
    "不低于",
    "确保",
    "目标",
    "力求",
    "要",
    "努力",
    "到“",
    "新建",
    "新增",
    "展望",
    "原则上",
    "基本实现",
    "不超过",
];

/// Verbs of tasks.
const TASKS: [&str; 122] = [
    "建设",
    "建成",
    "建立",
    "打造",
    "培养",
    "培育",
    "布局",
    "遴选",
    "组建",
    "招录",
    "支持",
    "颁布",
    "制定",
    "完成",
    "开展",
    "实施",
    "达到",
    "提高",
    "提升",
    "增加",
    "扩大",
    "推广",
    "培训",
    "举办",
    "设立",
    "创建",
    "实现",
    "改造",
    "筛选",
    "针对",
    "推动",
    "推进",
    "引进",
    "形成",
    "研发",
    "发展",
    "选派",
    "评选",
    "认定",
    "修订",
    "出版",
    "配备",
    "设置",
    "鼓励",
    "按照",
    "安排",
    "投入",
    "划定",
    "筹集",
    "补助",
    "招聘",
    "更新",
    "改建",
    "扩建",
    "控制",
    "减少",
    "种植",
    "建",
    "修缮",
    "提供",
    "修复",
    "修编",
    "开发",
    "开设",
    "开通",
    "布置",
    "布设",
    "布点",
    "铺设",
    "敷设",
    "架设",
    "安装",
    "购置",
    "配置",
    "储备",
    "收购",
    "轮换",
    "关停",
    "拆除",
    "淘汰",
    "压减",
    "压缩",
    "缩短",
    "下调",
    "清理",
    "整治",
    "治理",
    "疏浚",
    "加固",
    "绿化",
    "造林",
    "抚育",
    "放流",
    "投放",
    "打通",
    "升级",
    "新开",
    "惠及",
    "发放",
    "奖励",
    "资助",
    "补贴",
    "接种",
    "筛查",
    "签约",
    "孵化",
    "招募",
    "组织",
    "落实",
    "力推",
    "创评",
    "选树",
    "推出",
    "上线",
    "接入",
    "覆盖",
    "保持",
    "稳定在",
    "下降",
    "降低",
    "突破",
    "超过",
];

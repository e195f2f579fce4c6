# The words of the reports. One message per code: what is wrong; .nearest and .hint: what now; .explain: why it matters.

unreadable = 无法读取文件：{ $why }
    .hint = 请确认文件存在且有读取权限
    .explain = 门户需要的文件无法从磁盘读取。
not-utf8 = 文件不是 UTF-8 编码：第 { $offset } 字节无法识别
    .hint = 请在编辑器中另存为 UTF-8；GB18030 文件请用导入
    .explain = 内容文件须为 UTF-8（可带 BOM），这样才能准确指出位置。
too-large = 文件有 { $size } 字节，上限为 { $limit }
    .hint = 请把文本拆成几份规划或附件
    .explain = 单个文本的大小有上限，以防误操作或攻击耗尽机器。
path-leaves-folder = 名称 `{ $name }` 会离开所在文件夹，或在某些系统上无法保存
    .hint = 请使用不含 `..`、`\` 和控制字符的普通名称
    .explain = 任何文件名、编号或链接都不得指向门户文件夹之外。
folder-too-deep = `{ $name }` 位于 { $limit } 层文件夹之下，其中的内容不会被读取
    .hint = 请把它上移，或移出门户；文件夹被复制进自身时常会如此
    .explain = `content/`、`templates/` 和 `themes/` 中没有内容需要放得这样深。不被读取的内容会在网站上悄然缺失。
symlink-ignored = 符号链接 `{ $name }` 不会被跟随
    .hint = 请把文件复制到文件夹内
    .explain = 符号链接可能把机器上的其他文件发布出去，因此被忽略。
unused-file = 没有任何功能读取此文件
    .hint = 请参阅 README 中 `content/` 的结构
    .explain = 门户不认识的文件名多半是写错了。
missing-file = 缺少文件 `{ $name }`
    .hint = `diptych init` 和 `diptych new plan` 会写出初稿
    .explain = 门户需要 `content/portal.toml`；每份规划需要 `plan.toml` 和至少一份文本；每个页面需要文本。
toml-syntax = TOML 语法错误：{ $why }
    .hint = 字符串用英文双引号，列表用方括号
    .explain = 文件不符合 TOML 格式。
unknown-key = 未知的键 `{ $key }`
    .nearest = 最接近的键是 `{ $nearest }`
    .hint = `diptych schema` 列出所有键
    .explain = 格式中没有的键视为错误，否则写错的键会悄悄丢失。
missing-key = 缺少键 `{ $key }`
    .hint = 请在此表中补上
    .explain = 缺少此键，记录无法理解。
wrong-type = 应为 { $expected }，实际为 { $found }
    .hint = `diptych schema` 说明每个值的类型
    .explain = 值的类型与格式要求不符，例如该写带引号的文本处写了数字。
unknown-value = 未知的值 `{ $value }`，可用的值有：{ $expected }
    .nearest = 最接近的是 `{ $nearest }`
    .explain = 有些键只接受固定的几个词。
malformed-date = `{ $value }` 不是有效日期
    .hint = { $form ->
        [day] 请写完整日期，例如 `2021-12-31`
       *[any] 请写 `2021-12-31`，月份写 `"2016-03"`，年份写 `2021`
    }
    .explain = 日期须为日历上的完整日期、月份或年份。
malformed-number = `{ $value }` 不是数字
    .hint = 请写不带分隔符的数字，如 `"12500"`、`"3.5"` 或 `"1/3"`
    .explain = 数值须精确：以文本写成的小数或分数。
malformed-id = `{ $value }` 不是有效编号
    .hint = 请用小写字母、数字和单个连字符，如 `tcm-bri-2021-2025`
    .explain = 编号会成为网址，因此须简单且不变。
unknown-department = 没有编号为 `{ $id }` 的责任单位
    .nearest = 最接近的责任单位是 `{ $nearest }`
    .hint = 请在 `content/` 的登记表中添加
    .explain = 凡提到的责任单位都须登记在册，做到有名必有页。
unknown-partner = 没有编号为 `{ $id }` 的合作方
    .nearest = 最接近的合作方是 `{ $nearest }`
    .hint = 请在 `content/` 的登记表中添加
    .explain = 凡提到的合作方都须登记在册，做到有名必有页。
unknown-place = 没有编号为 `{ $id }` 的地域
    .nearest = 最接近的地域是 `{ $nearest }`
    .hint = 请在 `content/` 的登记表中添加
    .explain = 凡提到的地域都须登记在册，做到有名必有页。
unknown-topic = 没有编号为 `{ $id }` 的领域
    .nearest = 最接近的领域是 `{ $nearest }`
    .hint = 请在 `content/` 的登记表中添加
    .explain = 凡提到的领域都须登记在册，做到有名必有页。
unknown-unit = 没有编号为 `{ $id }` 的单位
    .nearest = 最接近的单位是 `{ $nearest }`
    .hint = 请在 `content/` 的登记表中添加
    .explain = 凡提到的单位都须登记在册，做到有名必有页。
unknown-document = 没有编号为 `{ $id }` 的引用文件
    .nearest = 最接近的引用文件是 `{ $nearest }`
    .hint = 请在 `content/` 的登记表中添加
    .explain = 凡提到的引用文件都须登记在册，做到有名必有页。
unknown-term = 没有编号为 `{ $id }` 的术语
    .nearest = 最接近的术语是 `{ $nearest }`
    .hint = 请在 `content/` 的登记表中添加
    .explain = 凡提到的术语都须登记在册，做到有名必有页。
unknown-plan = 没有编号为 `{ $id }` 的规划
    .nearest = 最接近的规划是 `{ $nearest }`
    .hint = 请在 `content/` 的登记表中添加
    .explain = 凡提到的规划都须登记在册，做到有名必有页。
unknown-clause = `{ $plan }` 中没有条款 `{ $id }`
    .nearest = 最接近的条款是 `{ $nearest }`
    .explain = 记录或链接指向的条款在规划文本中不存在。
unknown-target = 没有目标或事实 `{ $id }`
    .nearest = 最接近的是 `{ $nearest }`
    .hint = 请写成 `<规划>/<编号>`
    .explain = 记录或链接指向的目标或事实不存在。
duplicate-id = { $kind ->
        [department] 责任单位
        [partner] 合作方
        [place] 地域
        [topic] 领域
        [unit] 单位
        [document] 引用文件
        [term] 术语
        [redirect] 重定向
        [clause] 条款
        [project] 项目
        [target] 目标或事实
       *[other] { $kind }
    }的编号 `{ $id }` 重复
    .hint = 同类编号不得重复；保留第一个
    .explain = 两个事物共用一个编号会共用一个页面。
alias-claimed-twice = 名称“{ $name }”同时属于 `{ $first }` 和 `{ $second }`
    .hint = 请从其中一个删去，或在两处都标为 `ambiguous`
    .explain = 正文中的名称只能链接到一个页面。
ambiguous-alias = “{ $name }”可能指 { $candidates }，未加链接
    .hint = 请手工加链接：`[{ $name }]({ $example })`
    .explain = 有歧义的名称绝不猜测，由编辑指明。
text-outside-clause = 第一个标题之前的文字不属于任何条款
    .hint = 请加标题：前言写作 `## 前言 {"{"}#c0{"}"}`
    .explain = 规划的每句话都在某一条款之内，才能引用和对照。
heading-without-id = 标题“{ $heading }”没有编号
    .hint = 请在标题后加条款编号：`{"{"}#c3-1{"}"}`
    .explain = 条款编号在各文本中一致且不变，须明写，不自动推导。
clause-number = 编号 `{ $id }` 与印刷序号“{ $number }”不符
    .hint = 编号的最后一段应与印刷序号相同
    .explain = 编号与印刷序号一致，纸面引用才能找到条款。
missing-twin = 条款 `{ $id }` 没有{ $lang ->
        [zh] 中文
        [en] 英文
       *[other] { $lang }
    }文本
    .hint = 请在另一文本中加上同一编号的标题
    .explain = 有条必有对照；缺少的如实显示为缺少。
twin-order = 条款 `{ $id }` 的次序与{ $lang ->
        [zh] 中文
        [en] 英文
       *[other] { $lang }
    }文本不同
    .hint = 请让两种文本的条款次序一致
    .explain = 两种文本逐条对照，次序必须一致。
empty-clause = 条款 `{ $id }` 只有标题，没有{ $lang ->
        [zh] 中文
        [en] 英文
       *[other] { $lang }
    }正文
    .hint = 请撰写概述；此前页面会注明尚未概述
    .explain = 没有正文的条款尚未完成。
stale-twin = 条款 `{ $clause }` 的{ $lang ->
        [zh] 中文
        [en] 英文
       *[other] { $lang }
    }译文所据的原文已经改动
    .hint = 请对照新的原文修改，然后运行 `diptych accept { $plan } { $clause }`；无须修改的，也用此命令确认
    .explain = twins.toml 记录每个译出条款所据的原文。原文改动以后，译文可能与之不符，页面会注明“待更新”，直到有人核对确认。
pending-records = `{ $plan }` 有 { $count } 条工具提出的记录待审核
    .hint = 请用 `diptych review { $plan }` 逐条查看，再用 `--accept` 采纳或用 `--reject` 弃用
    .explain = `diptych import` 会提出目标、事实、项目和职责等记录。它们在预览（`diptych serve`）中可见并有标记，采纳以前不参加检查，也不公布。
untranslated = 英文文本中留有中文“{ $words }”
    .hint = 请译成英文；有意给出的中文，请放在括号或引号里
    .explain = 国际合作方只读英文。有意给出的中文写在括号或引号里，文号除外；其余都是漏译。
avoided-term = “{ $words }”是术语表要求避免的写法
    .hint = 请改用“{ $preferred }”或术语表认可的其他写法
    .explain = 术语表为每个术语列出应避免的写法，因为它们会误导读者或与通行译法冲突。
term-not-rendered = 术语“{ $words }”在{ $lang ->
        [zh] 英文
        [en] 中文
       *[other] { $lang }
    }条款 `{ $clause }` 中没有用认可的译法
    .hint = 请用“{ $preferred }”；另一种写法也正确的，请加进术语表的 `accepted`，或手工链接 `[…](term:…)`
    .explain = 同一术语用认可的译法，读者才知道说的是同一事物，搜索也才能找到。
two-renderings = 同一术语在本规划中有两种译法：“{ $words }”与“{ $usual }”
    .hint = 请统一用“{ $usual }”；确指两事的，请在术语表分为两条
    .explain = 全称和简称算一种译法。除此之外，一个规划中同一术语只用一种译法，以免读者误以为是两件事。
digest-too-short = 条款 `{ $clause }` 的概述只有 { $has } 个汉字，正式文本有 { $of } 个
    .hint = 请对照正式文本补足遗漏的内容
    .explain = 概述不到正式文本的一半，多半漏掉了数字和名称之外的内容。
digest-lacks = 条款 `{ $clause }` 的概述缺少正式文本中的：{ $words }
    .hint = 请补进概述；同一事物换了写法的，请用已知的名称或手工链接
    .explain = 概述比正式文本短，但数字、日期、单位、合作方、地名和文件一个不少。
digest-adds = 条款 `{ $clause }` 的概述多出正式文本中没有的：{ $words }
    .hint = 请对照正式文本核实后删去或改正
    .explain = 概述不说正式文本没有说的。
figure-without-twin = “{ $words }”在{ $lang ->
        [zh] 英文
        [en] 中文
       *[other] { $lang }
    }条款 `{ $clause }` 中没有相等的数
    .nearest = 请核对两种文本；对方没有对应的数是：{ $nearest }
    .hint = 请核对两种文本，改正或补上这个数
    .explain = 两种文本逐条按数值比较：1.25万名就是 12,500 people。数值、单位种类、上下限或时间不同，就有一种文本是错的。名称中的数和随手的小计数（四个方面）不计。
name-without-twin = “{ $words }”在{ $lang ->
        [zh] 英文
        [en] 中文
       *[other] { $lang }
    }条款 `{ $clause }` 中没有出现
    .hint = 请补上“{ $name }”；用了别的写法的，请手工链接或加进别名
    .explain = 一种文本提到的单位、合作方、地域和文件，另一种文本也要提到，写法和次数不限。规划所属的地域可以不言自明。
structure-differs = 条款 `{ $clause }` 的{ $kind ->
        [paragraphs] 段落
        [items] 列表项
        [rows] 表格行
        [numbers] 表格中的序
       *[figures] 图
    }数不同：中文 { $zh }，英文 { $en }
    .hint = 请补上缺少的，或把分开的合起来，使两种文本一一对应
    .explain = 对照页逐段并列两种文本；一边多出的一段，不是另一边漏了，就是与不相干的一段并列。
value-differs = 记录 `{ $record }` 的值是“{ $value }”，而{ $lang ->
        [zh] 中文
        [en] 英文
       *[other] { $lang }
    }引文{ $count ->
        [0] 没有说出这个数
       *[other] 说的是“{ $found }”
    }
    .hint = 请改正记录的 `value`、`unit`、`comparator` 或 `change`，或引用说出这个数的文字
    .explain = 列表、图表和数据只重复记录的值，所以引文必须说出同样的数值、上下限和单位种类；明说增加或减少的，记录也要如此。
record-differs = 记录 `{ $record }` 的一处文字在两种语言中数值不同：中文 { $zh }，英文 { $en }
    .hint = 请核对并改正其中一种
    .explain = 标题和对象会脱离条款单独出现在列表和数据里，两种语言须说同样的数值。
value-without-extent = 记录的 `extent` 是 `{ $extent }`，却有值 `{ $value }`
    .hint = 有数字的，请用 `extent = "figure"`；没有的，请删去 `value`
    .explain = 没有数字的目标不得有值，否则列表会显示规划没有说过的数。
target-or-fact = { $kind ->
        [target] 目标
       *[fact] 事实
    } `{ $record }` 不应有 `{ $key }`
    .hint = 要达到的写作 `[[target]]`，用 `deadline`；已经达到的写作 `[[fact]]`，用 `as_of`
    .explain = 规划写成时已经达到的，绝不与要达到的相混：目标有期限，事实有截至时间，互不通用。
time-not-stated = 记录 `{ $record }` 的时间“{ $time }”标为 `{ $basis }`，但{ $basis ->
        [stated] 条款 `{ $clause }` 没有说到
       *[other] 规划期和规划正文都没有说到
    }，或与所附文字不符
    .hint = 请改正时间或文字；来自规划其他规定的写 `inherited`，本站理解的写 `editorial`
    .explain = 明示的与推断的不得相混：`stated` 的时间出自该条款，`inherited` 的出自规划期或规划其他条款，`text` 说的年份与日期相符。
no-deadline = 目标 `{ $record }` 没有说明期限
    .hint = 请加 `deadline`；规划没有给期限的，写 `deadline = {"{"} kind = "none" {"}"}`
    .explain = 读者要知道何时之前。没有期限也要明说，才知道不是遗漏。
body-not-named = “{ $name }”（`{ $id }`）标为 `{ $basis }`，但{ $basis ->
        [inherited] 规划没有一个条款把这条记录的各单位一并列出
       *[other] 条款 `{ $clause }` 没有提到
    }
    .hint = 请改正编号；换了写法的，请在正文手工链接；是本站理解的，请写 `editorial`
    .explain = 明示的与推断的不得相混：`stated` 的单位、合作方和地域在该条款中提到，`inherited` 的单位出自规划中一并列出它们的一个条款。
duty-twice = “{ $name }”（`{ $id }`）在条款 `{ $clause }` 中有两项职责
    .hint = 请改正其中一项的编号或条款，或者去掉一项
    .explain = 一个单位在一个条款里只有一种角色：牵头的自然也负责，只记为牵头。出现两项，多半是某条记录写错了单位或条款。
no-lead = 条款 `{ $clause }` 有参与单位（`{ $id }`），没有牵头或负责单位
    .hint = 请补上牵头单位；规划确实没有指明的，请把 `basis` 写作 `editorial` 并加说明
    .explain = 规划写明谁参与，通常也写明谁牵头，所以多半是漏了。统称（有关部门、各地）不在此列。
unrecorded-lead = 条款 `{ $clause }` 说“{ $words }”牵头，却没有记录
    .hint = 请为 `{ $id }` 在该条款加一条职责，或写进项目或目标的牵头单位
    .explain = 单位页面只显示记录中的职责，正文写明的牵头若无记录，那里就看不到。
unrecorded-figure = 条款 `{ $clause }` 中有数字不在任何记录里：{ $figures }
    .hint = 请为它们写记录；无须记录的，请在 plan.toml 的 `[unrecorded]` 下写 `"{ $clause }" = [{ $values }]`
    .explain = 列表、图表和数据只显示记录，没有记录的数字，不读条款的人就看不到。日期、期间、年龄、规划期和随手的小计数无须记录；其余由编辑看过并注明。
idle-mark = `[unrecorded]` 中条款 `{ $clause }` 的 `{ $value }` 没有对应的未记录数字
    .hint = 请删去这个值，或改成条款中的数
    .explain = 每个标记都对应条款中一个无须记录的数字；数字改了、没了或已有记录，标记就要跟着改。
width = “{ $words }”中有全角、半角不当的标点、数字或字母，应为“{ $right }”
    .hint = 运行 `diptych check --fix` 即可改正，记录中的引文随之更新
    .explain = 中文用中文标点，数字和字母用半角；英文用英文标点。名称、《》中的标题、引号中的文字和官方原文不作改动。
spacing = “{ $words }”的空格与全文不一致，应为“{ $right }”
    .hint = 运行 `diptych check --fix` 可与全文统一
    .explain = 汉字与字母、数字之间是否空格可以自定，但一篇文字应当只用一种写法。
orphan = 没有任何条款或记录提到{ $kind ->
        [dept] 责任单位
        [partner] 合作方
        [place] 地域
        [doc] 文件
        [term] 术语
        [topic] 领域
        [unit] 计量单位
       *[other] { $kind }
    } `{ $id }`
    .hint = 请补上正文使用的别名，或从登记表删去
    .explain = 没有任何地方提到的条目，页面是空的。多半是正文用了另一种写法，因而没有链接。
passage = { $lang ->
        [zh] 中文
        [en] 英文
       *[other] { $lang }
    }条款 `{ $clause }` 中“{ $passage }”出现 { $count } 次
    .hint = 请引用该条款正文中恰好出现一次的文字
    .explain = 每条记录都须由其条款的文字证明，两种语言都如此。
dangerous-link = 拒绝链接 `{ $target }`
    .hint = 可用 http、https、mailto、tel，或门户自有的 dept:、partner:、place:、plan:、doc:、term:、target:、topic:
    .explain = 其他协议可能在读者的浏览器中运行代码，或在别的机器上失效。
raw-html = HTML 按文字显示
    .hint = 请改用 Markdown
    .explain = 原始 HTML 不会进入页面，一律转义。
image-without-alt = 图片没有替代文字
    .hint = 请写 `![图示内容](media/…)`，两种语言都要
    .explain = 没有替代文字的图片，看不见的人就无从得知。
too-deep = 嵌套超过 { $limit } 层
    .hint = 其余部分按纯文本显示
    .explain = 嵌套深度有上限，以防恶意文本耗尽机器。
private-use = 不允许使用专用区字符 U+E000
    .hint = 请删除；它在多数字体中不可见
    .explain = 工具在读取 Markdown 时自己要用这个字符。
unused-footnote = 没有引用此脚注，或其标记已被占用
    .hint = 请用 `[^标记]` 引用，或删去
    .explain = 没有被引用的脚注不会出现在任何地方。
markdown-unreadable = Markdown 解析器无法读取此文本
    .hint = 请检查此处附近不寻常的写法并加以简化
    .explain = 在改正之前，文本按原样显示。
missing-media = 没有文件 `{ $name }`
    .hint = 图片放在规划的 `media/` 文件夹内
    .explain = 文本引用的图片不存在。
route-collision = 两个页面或文件的地址都是 `{ $route }`
    .hint = 请改名；地址不能只差大小写或重音符号的编码方式
    .explain = 一个地址只对应一个页面。
lost-url = 已发布的地址 `{ $url }` 不见了
    .hint = 请恢复，或在 `content/redirects.toml` 中添加一行
    .explain = 已发布的网址须一直有效：别人已经引用。
lost-anchor = 已发布的锚点 `{ $url }` 不见了
    .hint = 请恢复条款编号，或在 `content/redirects.toml` 中添加一行
    .explain = 已发布的锚点须一直有效：别人已经引用该条款。
malformed-address = `{ $value }` 不是网站地址
    .hint = 请写完整地址，以 `/` 结尾：`https://plans.example.cn/`
    .explain = 页面在其他门户上的规划会把读者引到那里，因此地址须能由浏览器打开：http 或 https、主机名、普通字符。
broken-redirect = 重定向目标 `{ $to }` 不存在
    .hint = 请写现有页面，如 `/zh/plans/`
    .explain = 重定向必须指向门户的页面。
dead-link = `{ $url }` 无法打开：{ $why }
    .hint = 请换成新地址，或删去这个链接
    .explain = 站外链接已经失效，或者没有主机应答。只有 `diptych check --external` 会去查询，结果保留一周。拒绝回答程序的网站不算问题。
template = 模板无法使用：{ $why }
    .hint = 请与同名的内置模板比较
    .explain = 模板有误，或引用了不存在的内容。
message-syntax = 消息文件语法错误：{ $why }
    .hint = 消息写作 `key = 文字`
    .explain = 界面文字为 Fluent 消息，每种语言一个文件。
missing-message = { $lang ->
        [zh] 中文
        [en] 英文
       *[other] { $lang }
    }缺少消息 `{ $key }`
    .hint = 请在主题的相应消息文件中补上
    .explain = 界面文字两种语言都须完整。
example-base-url = 基础网址仍是示例 `{ $url }`
    .hint = 发布前请在 `content/portal.toml` 中设置 `base_url`
    .explain = 规范链接、站点地图和订阅源需要门户的正式网址。
unknown-theme = 没有主题 `{ $id }`
    .nearest = 最接近的是 `{ $nearest }`
    .hint = 主题放在 `themes/` 下
    .explain = `portal.toml` 指定的主题既不在 `themes/` 中，也不是内置的。

# Words of the tool itself.
error = 错误
warning = 警告
hint = 提示
summary = { $errors ->
    [0] { $warnings ->
        [0] 没有问题
       *[other] { $warnings } 个警告
    }
   *[other] { $errors } 个错误，{ $warnings } 个警告
}
built = 写入 { $pages } 个文件，{ $unchanged } 个未变，位于 { $folder }
not-built = 未写入任何文件：请先改正错误
not-in-one-step = 此文件系统无法一步交换两个文件夹：旧站点先被移开，再放入新站点，其间有一瞬没有站点；若构建恰在此时中断，下次构建会先恢复旧站点
verified = { $intact } 个文件与发布时一致
not-verified = { $intact } 个文件与发布时一致；{ $altered } 个被改动，{ $missing } 个缺失，{ $extra } 个多余
altered = 被改动：{ $path }
missing = 缺失：{ $path }
extra = 多余：{ $path }
clash-record = { $set }：编号 `{ $id }` 在 { $first } 和 { $second } 中所指不同，不一致的键：{ $keys }
clash-plan = plans：{ $first } 和 { $second } 都使用规划编号 `{ $id }`
clash-here = plans：{ $portal } 称规划 `{ $id }` 的页面就在本门户；请指定原门户，而不是 `federate` 的输出
clash-kept = { $file } 由人工维护，而登记表来自各门户：请移走该文件，或由其中一个门户发布
not-federated = 未写入任何文件：要合并的门户必须使用相同的登记表，规划编号也不得重复
federated = 已合并 { $portals } 个门户，共 { $plans } 份规划；content/ 中写入 { $written } 个文件，移除 { $removed } 个
federate-unread = { $portal }：无法读取 { $file }；凡连同开放数据一起发布的门户都有该文件
federate-not-listed = { $portal }：data/index.json 未列出 { $file }
federate-altered = { $portal }：{ $file } 与 data/index.json 所列不符（SHA-256 不同），请重新复制整个文件夹
federate-json = { $portal }：{ $file } 不是开放数据应有的内容：{ $why }
federate-id = { $portal }：{ $file } 中有记录没有合规编号：{ $value }
federate-home = { $portal }：规划 `{ $plan }` 未说明其页面所在网站：{ $value }
federate-clause = { $portal }：规划 `{ $plan }` 中有条款没有合规编号：{ $value }
federate-edition = { $portal }：规划 `{ $plan }` 中有文本既非官方文本，也非译文或概述：{ $value }
federate-record = { $portal }：规划 `{ $plan }` 无法写成内容：{ $value }
not-kept = 未能为下次构建保留任何内容，下次构建所需时间不会缩短：{ $why }
explained = 层级 { $tier }（同一字段完整含有的词串数），得分 { $score }，整串出现 { $whole } 个
found = 找到 { $total } 条结果，显示 { $shown } 条
timing = { $stage } { $seconds } 秒
sarif-for-check = `--format sarif` 只用于 `diptych check`
fixed = 已改正[{ $code }] { $file }:{ $line }：{ $message }
nothing-to-fix = 没有可以自动改正的问题
fix-summary = 已改正 { $faults } 处，涉及 { $files } 个文件
fix-dry-run = 可改正 { $faults } 处，涉及 { $files } 个文件；没有写入任何文件
sarif-for-faults = `--conformance` 只能输出文字或 JSON
external = 正在逐个查询 { $count } 个站外链接
external-silent = 其中 { $count } 个不回答是否存在
checked = 已检查 { $plans } 份规划
created = 已创建 { $path }
next-init = 接下来请运行 `diptych build`，然后打开 `output/index.html`
next-plan = 接下来请填写 `{ $path }` 中的空白，再运行 `diptych check`
unknown-code = 没有代码 `{ $code }`
no-portal = 此处没有门户：缺少 `content/portal.toml`
no-plan = 没有规划 `{ $plan }`
no-clause = 没有条款 `{ $clause }`；未确认任何条款
not-translated = 条款 `{ $clause }` 没有译文，或没有可译的文字；未确认任何条款
accepted = { $clauses ->
    [0] `{ $plan }`：所列条款此前均已确认
   *[other] `{ $plan }`：已确认 { $clauses } 条
}
accepted-gone = 条款 `{ $clause }` 已不存在，其确认记录一并删去
status = { $plan }，{ $lang ->
    [zh] 中文
   *[other] 英文
}：共 { $clauses } 条；与原文一致 { $current }，待更新 { $stale }，从未确认 { $unaccepted }，未翻译 { $missing }
status-accepted = { $by } 于 { $at } 确认；此后原文有改动：
atom-for-diff = 只有 `diptych diff` 能生成订阅源；请改用 `--format json`
diff-no-day = `{ $name }` 既不是带开放数据的站点，也不是门户文件夹，也不是本门户的修订版本
diff-no-portal = `{ $name }` 中没有门户：缺少 `content/portal.toml`
diff-no-data = `data/index.json` 不是门户所写的文件
diff-faults = `{ $name }` 有错误，与之有关的内容可能未列入比较
diff-none = 对读者而言没有变化
diff-summary = 变化：{ $list }
diff-feed = { $title }——变更
diff-added = 新增：{ $name }
diff-gone = 不再有：{ $name }
diff-moved = 已迁移，原网址转到新址：{ $name }
diff-stale = { $name }：原文已改动，译文待更新
diff-settled = { $name }：译文已与原文一致
diff-all-stale = { $count } 个条款原文已改动，译文待更新：{ $clauses }
diff-all-settled = { $count } 个条款译文已与原文一致：{ $clauses }
diff-became = { $name }：{ $field } { $from } → { $to }
diff-in = { $field }（{ $lang }）
diff-nothing = （无）
diff-reworded = { $name }：文字改动（{ $lang }）：{ $words }
diff-held = { $kind }“{ $name }”（{ $clause }）
diff-departments = 责任单位
diff-partners = 合作方
diff-places = 地域
diff-topics = 领域
diff-documents = 引用文件
diff-terms = 术语
diff-pages = 页面
kind-clause = 条款
kind-target = 目标
kind-fact = 已有基础
kind-project = 项目
kind-duty = 职责
count-plan = { $count } 个规划
count-clause = { $count } 个条款
count-target = { $count } 个目标
count-fact = { $count } 项已有基础
count-project = { $count } 个项目
count-duty = { $count } 项职责
count-department = { $count } 个责任单位
count-partner = { $count } 个合作方
count-place = { $count } 个地域
count-topic = { $count } 个领域
count-document = { $count } 个引用文件
count-term = { $count } 条术语
count-page = { $count } 个页面
field-title = 标题
field-number = 发文字号
field-status = 状态
field-period = 规划期
field-issuers = 发文机关
field-issued = 成文日期
field-heading = 标题
field-subject = 内容
field-figure = 数值
field-deadline = 期限
field-force = 力度
field-nature = 属性
field-departments = 责任单位
field-clause = 所在条款
field-as-of = 时点
field-lead = 牵头单位
field-participants = 参与单位
field-figures = 数值
field-basis = 依据
field-name = 名称
field-parent = 隶属
field-to = 终止
field-succeeded-by = 后继单位
field-definition = 释义
lang-zh = 中文
lang-en = 英文
preview-read = { $milliseconds } 毫秒后就绪{ $warnings ->
    [0] {""}
   *[other] ，{ $warnings } 条警告
}
preview-faults = { $errors } 个错误{ $warnings ->
    [0] {""}
   *[other] 、{ $warnings } 条警告
}：改正之前仍显示上一次无误的页面
preview-close = 关闭
preview-is-open = 其他机器可以访问预览：能连到此地址的人都会看到未发布的内容
preview-trouble = 暂时无法跟踪文件夹：{ $why }
import-new = { $file }：新建规划 `{ $plan }`（草稿），{ $clauses } 条
import-attached = { $file }：已作为 `{ $plan }` 的官方文本，{ $clauses } 条
import-account = 字符：进入条款 { $placed }，元数据 { $metadata }，重复 { $duplicate }，版式 { $layout }，未能归位 { $unplaced }
import-only-official = 只有官方文本有的条款：{ $clauses }
import-only-plan = 只有本规划已有文本有的条款：{ $clauses }
import-stub = departments.toml 新增待补条目：{ $name }
import-exists = `{ $path }` 已经存在且内容不同，什么都没有写入（要替换请加 --force）
import-into-one = 只能把一个文件导入 `{ $plan }`
import-same-plan = 有两个文件都是 `{ $plan }` 的文本，请分别导入
review-none = 没有待审核的记录
review-waits = `{ $plan }`：{ $count } 条记录待审核
review-how = 用 `diptych review { $plan } 编号… --accept` 采纳，或用 `--reject` 弃用；`--all` 指全部
review-accepted = `{ $plan }`：已采纳 { $count } 条，还剩 { $left } 条
review-rejected = `{ $plan }`：已弃用 { $count } 条，还剩 { $left } 条
review-which = 请写明记录的编号，或用 --all 指全部
review-how-settled = 请写明 --accept（采纳）或 --reject（弃用）
review-unknown = `{ $plan }` 没有待审核的记录 `{ $id }`，什么都没有改动
review-no-plan = 没有规划 `{ $plan }`
import-too-large = 文件超过 { $limit } 字节的上限
import-too-long = 正文超过 { $limit } 字节的上限
import-bomb = 文件解压后超过 { $limit } 字节的上限
import-too-deep = 元素嵌套超过 { $limit } 层的上限
import-entities = 文件的 XML 带有文档类型声明，可能定义无穷的实体；文字处理软件的文件没有这种声明
import-damaged = 文件已损坏，或与扩展名不符：{ $why }
import-empty = 文件里没有文字
import-format = 不能读取 `.{ $format }` 文件。{ $format ->
    [pdf] 请用文字处理软件打开，或把文字复制到文本文件，另存为 .docx 或 .txt；扫描件须先做文字识别
    [ofd] 请用 OFD 阅读器打开，复制或导出文字，另存为 .docx 或 .txt
    [wps] 请用 WPS Office 打开，选择“另存为”，类型选 .docx
    [rtf] 请用文字处理软件打开，选择“另存为”，类型选 .docx
   *[other] 请用 Word、WPS Office 或 LibreOffice 打开，选择“另存为”，类型选 .docx 或 .txt
}

//! Turns the closed vocabularies of the data into words for the cells of a spreadsheet, in both languages.
//! Knows nothing of the wording of pages: a theme may say things differently, the columns of published data may not.

use super::value::Edition;
use crate::content::words::{
    Basis, Change, Comparator, DepartmentKind, Extent, Force, Level, Measure, Nature, PartnerKind, PlaceKind,
    PlanKind, Reading, Role, SourceLang, Status, TimeKind, UnitKind,
};
use crate::lang::Lang;
use serde::de::DeserializeOwned;
use serde::de::value::StrDeserializer;

/// The word of a closed vocabulary for a reader, by its word in JSON; what is in no vocabulary stays as it is.
pub fn label<W: Word + DeserializeOwned>(code: &str, lang: Lang) -> String {
    let word = W::deserialize(StrDeserializer::<serde::de::value::Error>::new(code));
    word.map_or_else(|_| code.to_owned(), |word| word.label(lang))
}

/// A value of a closed vocabulary.
pub trait Word: Copy {
    /// The Chinese word.
    fn zh(self) -> &'static str;
    /// The word in JSON.
    fn code(self) -> &'static str;

    /// The word for a reader: the English one is the word in JSON, without its hyphens.
    fn label(self, lang: Lang) -> String {
        match lang {
            Lang::Zh => self.zh().to_owned(),
            Lang::En => self.code().replace('-', " "),
        }
    }
}

macro_rules! chinese {
    ($($name:ident { $($variant:ident $zh:literal)* })*) => {$(
        impl Word for $name {
            fn zh(self) -> &'static str {
                match self { $($name::$variant => $zh,)* }
            }
            fn code(self) -> &'static str {
                self.word()
            }
        }
    )*};
}

impl Edition {
    /// The word in JSON.
    fn word(self) -> &'static str {
        match self {
            Edition::Official => "official",
            Edition::Translation => "translation",
            Edition::Digest => "digest",
        }
    }
}

chinese! {
    DepartmentKind {
        Ministry "部" Commission "委员会" Agency "国家局或直属机构" Bureau "局" Office "办公室"
        LeadingGroup "领导小组" Mechanism "协调机制" Government "人民政府" Court "法院" Military "军队单位"
        Party "党的机构" Hospital "医院" University "高等学校" Institute "科研院所" Centre "中心"
        Association "学会和协会" Museum "博物馆" Company "企业" Media "媒体" School "学校" Zone "园区"
        Collective "泛指的一类单位" Other "其他单位"
    }
    Level { National "国家" Provincial "省级" Prefectural "地市级" County "县级" None "不分级" }
    PartnerKind {
        Country "国家" Region "地区" Organisation "国际组织" Mechanism "合作机制" Forum "论坛"
        Institution "外国机构" Company "外国企业" Programme "计划"
    }
    PlaceKind {
        Province "省级地区" City "城市" District "市辖区" County "县" Area "区域" Zone "园区" Corridor "走廊"
        Foreign "国外"
    }
    UnitKind {
        Count "件数" People "人数" Money "金额" Percent "百分比" Points "百分点" Ratio "比率" Area "面积" Time "时长"
    }
    PlanKind { Plan "规划" Scheme "方案" Notice "通知" Opinion "意见" }
    Status { Draft "草案" InForce "现行" Superseded "已被取代" Repealed "已废止" }
    SourceLang { Zh "中文" En "英文" Both "中文和英文" }
    Basis { Stated "载明" Inherited "按总则推得" Editorial "本站理解" }
    Extent { Figure "有数字" All "全部" Some "部分" Qualitative "无数字" }
    Comparator {
        Exactly "等于" AtLeast "不少于" AtMost "不超过" About "约" Nearly "近" MoreThan "超过" LessThan "少于"
        Range "区间"
    }
    Change { Level "水平" Increase "提高" Decrease "降低" Add "新增" }
    Reading { Relative "相对比例" Points "百分点" Unclear "原文未说明" }
    Measure { Stock "存量" Cumulative "累计" Annual "每年" }
    Nature { Binding "约束性" Expected "预期性" }
    Force { Firm "明确要求" Strive "争取" InPrinciple "原则上" Intended "意向" ThirdParty "第三方" }
    Role { Lead "牵头" Participate "参与" Responsible "负责" Guide "指导" Coordinate "统筹" }
    TimeKind { By "到…时" Before "…之前" During "…期间" Within "…之内" Recurring "每年" None "未定期限" }
    Edition { Official "官方文本" Translation "译文" Digest "概述" }
}

/// 是 / yes.
pub(super) fn yes(flag: bool, lang: Lang) -> &'static str {
    match (lang, flag) {
        (Lang::Zh, true) => "是",
        (Lang::Zh, false) => "否",
        (Lang::En, true) => "yes",
        (Lang::En, false) => "no",
    }
}

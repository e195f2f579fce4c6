//! Turns the closed vocabularies of the content format into types: kinds, levels, bases, roles, forces.
//! Knows nothing of records.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

macro_rules! words {
    ($(#[doc = $doc:literal])* $name:ident { $($(#[doc = $item:literal])* $variant:ident $word:literal,)* }) => {
        $(#[doc = $doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Deserialize, Serialize, JsonSchema)]
        #[serde(rename_all = "kebab-case")]
        pub enum $name { $($(#[doc = $item])* $variant,)* }

        impl $name {
            /// The word in files and data; message keys are made of it.
            pub fn word(self) -> &'static str {
                match self { $($name::$variant => $word,)* }
            }

            /// All values, in the order of the format.
            pub const ALL: &'static [$name] = &[$($name::$variant,)*];
        }
    };
}

words! {
    /// What kind of Chinese body.
    DepartmentKind {
        /// 部.
        Ministry "ministry",
        /// 委员会.
        Commission "commission",
        /// 国家局, 总局, 署.
        Agency "agency",
        /// 司局, 地方厅局.
        Bureau "bureau",
        /// 办公室, 办公厅.
        Office "office",
        /// 领导小组.
        LeadingGroup "leading-group",
        /// 联席会议 and the like.
        Mechanism "mechanism",
        /// 人民政府, 国务院.
        Government "government",
        /// 法院.
        Court "court",
        /// 军队单位.
        Military "military",
        /// 党的机构.
        Party "party",
        /// 医院.
        Hospital "hospital",
        /// 高等学校.
        University "university",
        /// 研究院所.
        Institute "institute",
        /// 中心.
        Centre "centre",
        /// 学会, 协会.
        Association "association",
        /// 博物馆.
        Museum "museum",
        /// 企业.
        Company "company",
        /// 报刊.
        Media "media",
        /// 学校.
        School "school",
        /// 园区.
        Zone "zone",
        /// 各地, 各级主管部门.
        Collective "collective",
        /// Anything else.
        Other "other",
    }
}

words! {
    /// At which level of government.
    Level {
        /// The whole country.
        National "national",
        /// 省级.
        Provincial "provincial",
        /// 地市级.
        Prefectural "prefectural",
        /// 县级.
        County "county",
        /// Not a matter of level.
        None "none",
    }
}

words! {
    /// What kind of partner.
    PartnerKind {
        /// A state.
        Country "country",
        /// A group of countries by geography.
        Region "region",
        /// An international organisation.
        Organisation "organisation",
        /// A cooperation mechanism.
        Mechanism "mechanism",
        /// A forum or congress.
        Forum "forum",
        /// A foreign hospital, university, authority.
        Institution "institution",
        /// A foreign company.
        Company "company",
        /// An international programme.
        Programme "programme",
    }
}

words! {
    /// What kind of place.
    PlaceKind {
        /// 省级行政区.
        Province "province",
        /// 市.
        City "city",
        /// 区.
        District "district",
        /// 县.
        County "county",
        /// An area that crosses borders of administration.
        Area "area",
        /// A zone with rules of its own.
        Zone "zone",
        /// An economic corridor.
        Corridor "corridor",
        /// A place abroad.
        Foreign "foreign",
    }
}

words! {
    /// What a unit counts.
    UnitKind {
        /// Things.
        Count "count",
        /// Persons.
        People "people",
        /// An amount of money.
        Money "money",
        /// Hundredths.
        Percent "percent",
        /// Percentage points.
        Points "points",
        /// A ratio or multiple.
        Ratio "ratio",
        /// An area.
        Area "area",
        /// A span of time.
        Time "time",
    }
}

words! {
    /// What form the document has.
    PlanKind {
        /// 规划.
        Plan "plan",
        /// 方案.
        Scheme "scheme",
        /// 通知.
        Notice "notice",
        /// 意见.
        Opinion "opinion",
    }
}

words! {
    /// Whether the plan is in force, where that is known; "expired" follows from dates.
    Status {
        /// Not yet published here.
        Draft "draft",
        /// In force.
        InForce "in-force",
        /// A later plan took its place.
        Superseded "superseded",
        /// Repealed.
        Repealed "repealed",
    }
}

words! {
    /// In which language the official text is.
    SourceLang {
        /// Chinese.
        Zh "zh",
        /// English.
        En "en",
        /// Both texts are official.
        Both "both",
    }
}

words! {
    /// Where a value comes from.
    Basis {
        /// Stated in that clause.
        Stated "stated",
        /// Inherited from a rule of the plan.
        Inherited "inherited",
        /// Our reading.
        Editorial "editorial",
    }
}

words! {
    /// How much of something is aimed at.
    Extent {
        /// A figure.
        Figure "figure",
        /// All of them.
        All "all",
        /// Some, without a figure.
        Some "some",
        /// An end state without a count.
        Qualitative "qualitative",
    }
}

words! {
    /// How the figure bounds the aim.
    Comparator {
        /// Just so many.
        Exactly "exactly",
        /// 不少于, 以上.
        AtLeast "at-least",
        /// 不超过, 以内.
        AtMost "at-most",
        /// 约, 左右.
        About "about",
        /// 近.
        Nearly "nearly",
        /// 超过, 逾.
        MoreThan "more-than",
        /// 不到, 低于.
        LessThan "less-than",
        /// From value to upper.
        Range "range",
    }
}

words! {
    /// Whether the figure is a level or a change.
    Change {
        /// The level itself.
        Level "level",
        /// An increase by so much.
        Increase "increase",
        /// A decrease by so much.
        Decrease "decrease",
        /// So many new ones.
        Add "add",
    }
}

words! {
    /// How an increase of a percentage is to be read.
    Reading {
        /// By a share of itself.
        Relative "relative",
        /// By percentage points.
        Points "points",
        /// The plan does not say.
        Unclear "unclear",
    }
}

words! {
    /// Over what the figure is counted.
    Measure {
        /// What exists at one time.
        Stock "stock",
        /// What comes together over the period.
        Cumulative "cumulative",
        /// Every year.
        Annual "annual",
    }
}

words! {
    /// 约束性 or 预期性, where the plan says so.
    Nature {
        /// 约束性.
        Binding "binding",
        /// 预期性.
        Expected "expected",
    }
}

words! {
    /// How firmly the plan commits.
    Force {
        /// Without reserve.
        Firm "firm",
        /// 争取, 力争.
        Strive "strive",
        /// 原则上.
        InPrinciple "in-principle",
        /// 意向, 拟.
        Intended "intended",
        /// Money or aims of others.
        ThirdParty "third-party",
    }
}

words! {
    /// What a body has to do with a clause.
    Role {
        /// 牵头.
        Lead "lead",
        /// 参与.
        Participate "participate",
        /// 负责.
        Responsible "responsible",
        /// 指导.
        Guide "guide",
        /// 统筹.
        Coordinate "coordinate",
    }
}

words! {
    /// How a time is bounded.
    TimeKind {
        /// 到…年.
        By "by",
        /// 前.
        Before "before",
        /// 期间.
        During "during",
        /// 用…年时间.
        Within "within",
        /// 每年.
        Recurring "recurring",
        /// The plan names none.
        None "none",
    }
}

words! {
    /// Whether an editor has settled a proposed record.
    Review {
        /// Settled.
        Accepted "accepted",
        /// Proposed by import; never published.
        Pending "pending",
    }
}

words! {
    /// How a text came to be.
    How {
        /// Written by a person or by the portal.
        Written "written",
        /// Translated by a person.
        Translated "translated",
        /// Translated by a machine.
        Machine "machine",
        /// Imported from the official file.
        Imported "imported",
    }
}

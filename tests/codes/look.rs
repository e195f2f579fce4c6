//! Turns templates and themes that do not hold together into faults.
//! Knows nothing of content.

use crate::{Case, Made};
use diptych::report::Code;

pub(crate) const CASES: &[Case] = &[
    Case {
        code: Code::Template,
        guilty: Made::By(
            r#"
-- templates/404.html --
{% extends "base.html" %}
{% block main %}{{ page. }}{% endblock %}
"#,
        ),
        faults: &["template templates/404.html:2 }}"],
        innocent: Made::By(
            r#"
-- templates/404.html --
{% extends "base.html" %}
{% block main %}{{ page.title }}{% endblock %}
"#,
        ),
    },
    Case {
        code: Code::Template,
        guilty: Made::By(
            r#"
-- templates/404.html --
{% extends "foundation.html" %}
"#,
        ),
        faults: &["template templates/404.html"],
        innocent: Made::By(
            r#"
-- templates/foundation.html --
{% block main %}{% endblock %}
-- templates/404.html --
{% extends "foundation.html" %}
"#,
        ),
    },
    Case {
        code: Code::MessageSyntax,
        guilty: Made::By(
            r#"
~~ content/portal.toml ~~
as_of => theme = "own"\nas_of
-- themes/own/theme.toml --
extends = "silk"
-- themes/own/messages/en.ftl --
home = Home
Home page: welcome
-- themes/own/messages/zh.ftl --
home = 首页
"#,
        ),
        faults: &["message-syntax themes/own/messages/en.ftl:2 Home page: welcome"],
        innocent: Made::By(
            r#"
~~ content/portal.toml ~~
as_of => theme = "own"\nas_of
-- themes/own/theme.toml --
extends = "silk"
-- themes/own/messages/en.ftl --
# Home page: welcome
home = Home: { $count ->
    [one] one plan
   *[other] { $count } plans
}
-- themes/own/messages/zh.ftl --
home = 首页
"#,
        ),
    },
    Case {
        code: Code::MissingMessage,
        guilty: Made::By(
            r#"
~~ content/portal.toml ~~
as_of => theme = "own"\nas_of
-- themes/own/theme.toml --
-- themes/own/messages/en.ftl --
motto = Two panels
-- themes/own/messages/zh.ftl --
wahlspruch = 双联
"#,
        ),
        faults: &["missing-message themes/own/messages/en.ftl", "missing-message themes/own/messages/zh.ftl"],
        innocent: Made::By(
            r#"
~~ content/portal.toml ~~
as_of => theme = "own"\nas_of
-- themes/own/theme.toml --
-- themes/own/messages/en.ftl --
motto = Two panels
-- themes/own/messages/zh.ftl --
motto = 双联
"#,
        ),
    },
    Case {
        code: Code::UnknownTheme,
        guilty: Made::By(
            r#"
~~ content/portal.toml ~~
as_of => theme = "silkk"\nas_of
"#,
        ),
        faults: &[r#"unknown-theme portal.toml:4 "silkk""#],
        innocent: Made::By(
            r#"
~~ content/portal.toml ~~
as_of => theme = "silk"\nas_of
"#,
        ),
    },
    Case {
        code: Code::UnknownTheme,
        guilty: Made::By(
            r#"
~~ content/portal.toml ~~
as_of => theme = "own"\nas_of
-- themes/own/theme.toml --
extends = "linen"
"#,
        ),
        faults: &[r#"unknown-theme themes/own/theme.toml:1 "linen""#],
        innocent: Made::By(
            r#"
~~ content/portal.toml ~~
as_of => theme = "own"\nas_of
-- themes/own/theme.toml --
extends = "linen"
-- themes/linen/theme.toml --
"#,
        ),
    },
];

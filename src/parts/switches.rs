//! Language and theme: links, so that a shared address can carry them; a choice is also kept as the reader's taste.

use leptos::prelude::*;

use crate::address::{Lang, Theme};
use crate::i18n::use_lang;
use crate::lazy::{flag, text, word};
use crate::navigate::use_links;

/// The two switches of the header.
#[component]
pub fn Switches(
    /// The theme in force; `None` is the system's.
    #[prop(into)]
    theme: Signal<Option<Theme>>,
    /// Keeps a chosen language.
    like_lang: Callback<Lang>,
    /// Keeps a chosen theme.
    like_theme: Callback<Option<Theme>>,
) -> impl IntoView {
    let links = use_links();
    let lang = use_lang();
    let words = move || lang.get().words();
    let languages = Lang::ALL
        .iter()
        .map(|&each| {
            view! {
                <a
                    class="switch"
                    lang=each.as_str()
                    hreflang=each.as_str()
                    href=text(move || links.read().in_lang(each).to_string())
                    aria-current=flag(move || (lang.get() == each).then_some("true"))
                    on:click=move |_| like_lang.run(each)
                >
                    {each.name()}
                </a>
            }
        })
        .collect_view();
    let themes = [None, Some(Theme::Light), Some(Theme::Dark)].map(|each| {
        let (sign, name): (_, fn(&crate::i18n::Catalogue) -> &'static str) = match each {
            None => ("◐", |words| words.theme_system),
            Some(Theme::Light) => ("☼", |words| words.theme_light),
            Some(Theme::Dark) => ("☾", |words| words.theme_dark),
        };
        view! {
            <a
                class="switch switch-sign"
                href=text(move || links.read().in_theme(each).to_string())
                title=word(move || name(words()))
                aria-label=word(move || name(words()))
                aria-current=flag(move || (theme.get() == each).then_some("true"))
                on:click=move |_| like_theme.run(each)
            >
                <span aria-hidden="true">{sign}</span>
            </a>
        }
    });
    view! {
        <div class="switches">
            <nav class="switches-group" aria-label=word(move || words().language)>
                {languages}
            </nav>
            <nav class="switches-group" aria-label=word(move || words().theme)>
                {themes.collect_view()}
            </nav>
        </div>
    }
}

//! Markup, read into a tree.

use proc_macro2::{Ident, TokenStream, TokenTree};
use quote::ToTokens;
use syn::ext::IdentExt;
use syn::parse::{Parse, ParseStream};
use syn::{Expr, LitStr, Path, Result, Token, braced, token};

/// What stands side by side.
pub(crate) struct Nodes(pub(crate) Vec<Node>);

/// One piece of markup.
pub(crate) enum Node {
    Element(Element),
    Component(Component),
    /// `<>…</>`: one node, whatever it holds.
    Fragment(Nodes),
    /// `{ value }` or a literal: anything the writer can show.
    Value(Expr),
    /// `{ for values }`.
    Each(Expr),
    If(If),
}

/// A tag of HTML or SVG.
pub(crate) struct Element {
    pub(crate) name: Name,
    pub(crate) attributes: Vec<Attribute>,
    pub(crate) children: Nodes,
}

/// A component of yew: its attributes are for yew's macro to understand.
pub(crate) struct Component {
    pub(crate) path: Path,
    pub(crate) attributes: TokenStream,
    /// `None` for a tag that closes itself.
    pub(crate) children: Option<Nodes>,
}

/// `if`, with what comes after `else`, if anything.
pub(crate) struct If {
    pub(crate) condition: Expr,
    pub(crate) then: Nodes,
    pub(crate) otherwise: Option<Nodes>,
}

/// `name="words"`, `name={value}` or `{name}`.
pub(crate) struct Attribute {
    pub(crate) name: Name,
    pub(crate) value: Value,
}

/// What an attribute is set to.
pub(crate) enum Value {
    Words(LitStr),
    Computed(Expr),
}

/// A name that may have dashes: `aria-label`.
pub(crate) struct Name {
    first: Ident,
    text: String,
}

impl Name {
    /// As it is written.
    pub(crate) fn text(&self) -> &str {
        &self.text
    }

    /// The name as an identifier: of a name without dashes.
    pub(crate) fn ident(&self) -> &Ident {
        &self.first
    }
}

impl Parse for Name {
    fn parse(input: ParseStream) -> Result<Self> {
        let first = input.call(Ident::parse_any)?;
        let mut text = first.unraw().to_string();
        while input.peek(Token![-]) {
            input.parse::<Token![-]>()?;
            text = format!("{text}-{}", input.call(Ident::parse_any)?);
        }
        Ok(Self { first, text })
    }
}

impl Parse for Nodes {
    /// To the end of the input or to the closing tag of what holds them.
    fn parse(input: ParseStream) -> Result<Self> {
        let mut nodes = Vec::new();
        let ends = || input.is_empty() || (input.peek(Token![<]) && input.peek2(Token![/]));
        while !ends() {
            nodes.push(input.parse()?);
        }
        Ok(Self(nodes))
    }
}

impl Parse for Node {
    fn parse(input: ParseStream) -> Result<Self> {
        if input.peek(Token![<]) {
            tag(input)
        } else if input.peek(Token![if]) {
            input.parse().map(Self::If)
        } else if input.peek(token::Brace) {
            let inside;
            braced!(inside in input);
            if inside.peek(Token![for]) && !inside.peek2(Token![<]) {
                inside.parse::<Token![for]>()?;
                return inside.parse().map(Self::Each);
            }
            inside.call(block).map(Self::Value)
        } else {
            input.parse().map(|literal| Self::Value(Expr::Lit(literal)))
        }
    }
}

/// The inside of braces: an expression, perhaps after statements.
fn block(input: ParseStream) -> Result<Expr> {
    let stmts = input.call(syn::Block::parse_within)?;
    if let [syn::Stmt::Expr(only, None)] = stmts.as_slice() {
        return Ok(only.clone());
    }
    let block = syn::Block { brace_token: token::Brace::default(), stmts };
    Ok(Expr::Block(syn::ExprBlock { attrs: Vec::new(), label: None, block }))
}

fn tag(input: ParseStream) -> Result<Node> {
    input.parse::<Token![<]>()?;
    if input.peek(Token![>]) {
        input.parse::<Token![>]>()?;
        let children = input.parse()?;
        input.parse::<Token![<]>()?;
        input.parse::<Token![/]>()?;
        input.parse::<Token![>]>()?;
        return Ok(Node::Fragment(children));
    }
    let is_component =
        input.fork().call(Ident::parse_any)?.to_string().starts_with(char::is_uppercase);
    if is_component {
        component(input).map(Node::Component)
    } else {
        element(input).map(Node::Element)
    }
}

fn element(input: ParseStream) -> Result<Element> {
    let name: Name = input.parse()?;
    let mut attributes = Vec::new();
    while !input.peek(Token![>]) && !input.peek(Token![/]) {
        attributes.push(input.parse()?);
    }
    let children = children(input, |input| {
        let closed: Name = input.parse()?;
        if closed.text == name.text {
            return Ok(());
        }
        let message = format!("expected </{}>", name.text);
        Err(syn::Error::new(closed.first.span(), message))
    })?;
    Ok(Element { name, attributes, children: children.unwrap_or(Nodes(Vec::new())) })
}

fn component(input: ParseStream) -> Result<Component> {
    let path: Path = input.parse()?;
    let mut attributes = TokenStream::new();
    while !input.peek(Token![>]) && !input.peek(Token![/]) {
        input.parse::<TokenTree>()?.to_tokens(&mut attributes);
    }
    let children = children(input, |input| {
        let closed: Path = input.parse()?;
        if closed == path {
            return Ok(());
        }
        Err(syn::Error::new_spanned(closed, "this tag closes another component"))
    })?;
    Ok(Component { path, attributes, children })
}

/// The rest of a tag that has its attributes: `/>`, or what it holds and its closing tag.
fn children(
    input: ParseStream,
    closes: impl FnOnce(ParseStream) -> Result<()>,
) -> Result<Option<Nodes>> {
    if input.peek(Token![/]) {
        input.parse::<Token![/]>()?;
        input.parse::<Token![>]>()?;
        return Ok(None);
    }
    input.parse::<Token![>]>()?;
    let children = input.parse()?;
    input.parse::<Token![<]>()?;
    input.parse::<Token![/]>()?;
    closes(input)?;
    input.parse::<Token![>]>()?;
    Ok(Some(children))
}

impl Parse for Attribute {
    fn parse(input: ParseStream) -> Result<Self> {
        if input.peek(token::Brace) {
            let inside;
            braced!(inside in input);
            let name: Name = inside.fork().parse()?;
            return Ok(Self { name, value: Value::Computed(inside.parse()?) });
        }
        let name = input.parse()?;
        input.parse::<Token![=]>()?;
        if input.peek(LitStr) {
            let words: LitStr = input.parse()?;
            if words.value().contains('\n') {
                return Err(syn::Error::new(words.span(), "a line break cannot stand here"));
            }
            return Ok(Self { name, value: Value::Words(words) });
        }
        if input.peek(syn::LitBool) {
            return Ok(Self { name, value: Value::Computed(input.parse().map(Expr::Lit)?) });
        }
        let inside;
        braced!(inside in input);
        Ok(Self { name, value: Value::Computed(inside.call(block)?) })
    }
}

impl Parse for If {
    fn parse(input: ParseStream) -> Result<Self> {
        input.parse::<Token![if]>()?;
        let condition = input.call(Expr::parse_without_eager_brace)?;
        let then = braced_nodes(input)?;
        let mut otherwise = None;
        if input.peek(Token![else]) {
            input.parse::<Token![else]>()?;
            otherwise = Some(if input.peek(Token![if]) {
                Nodes(vec![Node::If(input.parse()?)])
            } else {
                braced_nodes(input)?
            });
        }
        Ok(Self { condition, then, otherwise })
    }
}

fn braced_nodes(input: ParseStream) -> Result<Nodes> {
    let inside;
    braced!(inside in input);
    inside.parse()
}

/** Building pages out of nodes. What comes from reports enters as text nodes and attributes, never as markup. */

export type Child = Node | string | number | null | undefined | false | Child[];
type Listener = (event: Event) => void;
export interface Props {
  [name: string]: string | number | boolean | null | undefined | Record<string, Listener>;
  on?: Record<string, Listener>;
}

const SVG = "http://www.w3.org/2000/svg";

/** An HTML element; attributes that are null, undefined or false are left out. */
export function h<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  props: Props = {},
  ...children: Child[]
): HTMLElementTagNameMap[K] {
  return filled(document.createElement(tag), props, children);
}

/** An SVG element. */
export function svg<K extends keyof SVGElementTagNameMap>(
  tag: K,
  props: Props = {},
  ...children: Child[]
): SVGElementTagNameMap[K] {
  return filled(document.createElementNS(SVG, tag), props, children);
}

/** A name or quotation of unknown direction, kept apart from the words around it. */
export function bdi(text: string | null | undefined): HTMLElement | null {
  return text ? h("bdi", {}, text) : null;
}

/** A name inside words that cannot hold an element, such as a tooltip: set apart, without marks of direction of its own. */
export function apart(text: string): string {
  return `\u2068${text.replace(/[\u202A-\u202E\u2066-\u2069]/g, "")}\u2069`;
}

/** A link within the pages; main.ts follows it without loading anew. */
export function link(href: string, props: Props, ...children: Child[]): HTMLAnchorElement {
  return h("a", { href, ...props }, ...children);
}

/** Children with something between each two. */
export function joined(parts: Child[], between: string): Child[] {
  return parts.flatMap((part, i) => (i ? [between, part] : [part]));
}

function filled<E extends Element>(element: E, props: Props, children: Child[]): E {
  for (const [name, value] of Object.entries(props)) {
    if (name === "on") {
      for (const [event, listener] of Object.entries(value as Record<string, Listener>))
        element.addEventListener(event, listener);
    } else if (value !== null && value !== undefined && value !== false) {
      element.setAttribute(name, value === true ? "" : String(value));
    }
  }
  append(element, children);
  return element;
}

function append(element: Element, children: Child[]): void {
  for (const child of children) {
    if (child === null || child === undefined || child === false) continue;
    if (Array.isArray(child)) append(element, child);
    else element.append(child instanceof Node ? child : String(child));
  }
}

/** Going to another page without a link having been followed. */

/** Shows the page at `href`, as following a link to it would. */
export function go(href: string): void {
  history.pushState(null, "", href);
  dispatchEvent(new PopStateEvent("popstate"));
}

// What stands in a page that data must not have put there; an empty list where all is well.
() => {
  const wrong = [];
  const outer = (node) => node.outerHTML.slice(0, 200);
  const never = "iframe, frame, object, embed, base, applet, portal, template, foreignObject, animate, set, use, math, marquee, meta[http-equiv], video, audio, source";
  for (const one of document.querySelectorAll(never)) wrong.push(`element ${outer(one)}`);
  for (const one of document.querySelectorAll("script"))
    if (one.textContent || !one.src.startsWith(`${location.origin}/assets/`)) wrong.push(`script ${outer(one)}`);
  for (const one of document.querySelectorAll("style"))
    if (one.closest("#app")) wrong.push(`style ${outer(one)}`);
  for (const one of document.querySelectorAll("link"))
    if (!one.href.startsWith(`${location.origin}/`)) wrong.push(`link ${outer(one)}`);
  for (const one of document.querySelectorAll("img"))
    if (!one.src.startsWith(`${location.origin}/`) && !one.src.startsWith("blob:")) wrong.push(`image ${outer(one)}`);
  const known = new Set("a abbr article aside b bdi blockquote body br button canvas caption circle cite code col colgroup dd defs del details dfn dialog div dl dt em fieldset figcaption figure footer form g h1 h2 h3 h4 head header hr html i img input ins kbd label legend li line link main mark menu meta nav ol optgroup option output p path pattern pre progress q rect s samp script search section select small span strong style sub summary sup svg table tbody td text textarea tfoot th thead time title tr tspan u ul clipPath linearGradient stop polyline polygon symbol polygon desc wbr meter data datalist".split(" "));
  for (const one of document.querySelectorAll("*")) {
    if (!known.has(one.localName)) wrong.push(`unknown element ${outer(one)}`);
    for (const { name, value } of one.attributes) {
      if (/^on/i.test(name) || ["srcdoc", "formaction", "ping", "nonce", "http-equiv"].includes(name)) wrong.push(`attribute ${name} of ${outer(one)}`);
      if (["href", "src", "action", "xlink:href", "data", "poster", "cite", "background"].includes(name)) {
        const to = new URL(value, location.href);
        if (to.origin !== location.origin && to.protocol !== "blob:") wrong.push(`address ${value.slice(0, 100)} of ${one.localName}`);
      }
      if (name === "style" && /url\(|expression|@import/i.test(value)) wrong.push(`style ${value.slice(0, 100)}`);
      if (name === "target" && value) wrong.push(`target of ${outer(one)}`);
    }
  }
  // Marks of direction in data reach no further than the words they come with.
  const turning = /[\u202A-\u202E\u2066-\u2069]/;
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const alone = (element) => {
    for (let at = element; at; at = at.parentElement) {
      const { unicodeBidi, display } = getComputedStyle(at);
      const inline = /^(inline|contents)/.test(display);
      if (inline && /isolate|plaintext/.test(unicodeBidi)) return true;
      if (!inline) return at.childElementCount === 0 || at.textContent === element.textContent;
    }
    return true;
  };
  // Words that Marsad set apart itself, and what a report says, as written in a block of its own.
  const apart = /\u2068[^\u202A-\u202E\u2066-\u2069]*\u2069/g;
  const quoted = ".report-text, blockquote, .quotation";
  while (texts.nextNode())
    if (
      turning.test(texts.currentNode.data.replace(apart, "")) &&
      !texts.currentNode.parentElement.closest(quoted) &&
      !alone(texts.currentNode.parentElement)
    )
      wrong.push(`direction ${JSON.stringify(texts.currentNode.data.slice(0, 60))} in ${outer(texts.currentNode.parentElement)}`);
  if (turning.test(document.title.replace(apart, ""))) wrong.push(`direction of the title ${document.title}`);
  return [...window.hits.splice(0).map((hit) => `ran ${hit}`), ...wrong];
}

/** First thing in the page: jumps over the header to `<main id="main">`. */
export function SkipLink({ target = 'main', children = 'Skip to main content' }: { target?: string; children?: string }) {
  return (
    <a className="fp-skip" href={`#${target}`}>
      {children}
    </a>
  );
}

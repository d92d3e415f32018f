/** Classes by name, each an export of its own: the bundler puts in the names that are used and leaves out the rest. */
declare module '*.module.css';

/** The same as text, for styles that come with a script; see `platform/styles`. */
declare module '*.module.css?inline' {
  const css: string;
  export default css;
}

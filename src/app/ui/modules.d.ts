/** Classes by name, each an export of its own: the bundler puts in the names that are used and leaves out the rest. */
declare module '*.module.css';

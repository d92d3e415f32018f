/**
 * Who may import whom: "The house" in design.md. A room may import itself, the rooms and packages named here, and of
 * `types` only what is gone after compilation. Each feature is a room of its own. The tsconfig of each room lets the
 * compiler keep the same between the folders of `src`.
 */
const rooms = {
  'src/core': { rooms: [], types: ['locales'], packages: ['i18next', 'lean-qr'] },
  'src/app/platform': { rooms: ['src/core'], packages: ['workbox-window'] },
  'src/app/state': { rooms: ['src/core', 'src/app/platform'], packages: [] },
  'src/app/ui': { rooms: ['src/core'], types: ['src/app/state'], packages: ['preact', 'preact-iso'] },
  'src/app/features/([^/]+)': { rooms: ['src/core', 'src/app/state', 'src/app/ui'], packages: ['preact'] },
  'src/app/pages': { rooms: ['src/core', 'src/app/features', 'src/app/ui'], packages: ['preact'] },
  'src/app/shell': {
    rooms: ['src/core', 'src/app'],
    packages: ['preact', 'preact-render-to-string', 'i18next'],
  },
  'src/worker': {
    rooms: ['src/core', 'locales'],
    packages: ['workbox-core', 'workbox-precaching', 'workbox-routing'],
  },
  'src/node': {
    rooms: ['src/core'],
    packages: [
      ...['vite', 'sharp', 'playwright-core', 'valibot'],
      ...['mammoth', 'jszip', 'pdfjs-dist', '@mozilla/readability', 'linkedom'],
    ],
    isInNode: true,
  },
  'src/prerender': {
    rooms: ['src/core', 'src/node'],
    types: ['src/app/shell'],
    packages: ['vite', 'i18next', 'postcss', 'purgecss'],
    isInNode: true,
  },
};

const within = (paths) => paths.map((path) => `^${path}(/|$)`);

const rulesOf = ([room, { rooms, types = [], packages, isInNode = false }]) => {
  // `$1` is the feature that the importing file belongs to.
  const open = within([
    room.replace('([^/]+)', '$1'),
    ...rooms,
    ...packages.map((name) => `node_modules/${name}`),
  ]);
  const comment = `${room} may import itself, ${[...rooms, ...packages, ...types.map((path) => `types of ${path}`)].join(', ')}.`;
  const rule = (name, to) => ({ name, comment, severity: 'error', from: { path: `^${room}/` }, to });
  return [
    rule(room, { pathNot: [...open, ...within(types)], ...(isInNode && { dependencyTypesNot: ['core'] }) }),
    ...(types.length > 0
      ? [
          rule(`${room} (types only)`, {
            path: within(types),
            pathNot: open,
            dependencyTypesNot: ['type-only', 'type-import'],
          }),
        ]
      : []),
  ];
};

module.exports = {
  forbidden: [
    ...Object.entries(rooms).flatMap(rulesOf),
    {
      name: 'no file outside the rooms',
      comment: 'Each file of src stands in a room that design.md names.',
      severity: 'error',
      from: { path: '^src/', pathNot: Object.keys(rooms).map((room) => `^${room}/`) },
      to: {},
    },
    {
      name: 'no circle',
      comment: 'Two files that need each other are one, or a third holds what both need; types count.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'no import in vain',
      comment: 'The file or package is not there.',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
    },
  },
};

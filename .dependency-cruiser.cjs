/** The architecture as rules. What each workspace is and never does: README.md, "Architecture". */
const TEST = '(\\.test\\.tsx?|\\.int\\.test\\.ts|\\.test-d\\.ts)$';
const TESTING = `(${TEST})|/testing/|/test/|/bench/`;
const STORES = '^node_modules/(neo4j-driver|neo4j-driver-core|ioredis|bullmq)(/|$)';
const NETWORK = '^(node:)?(net|http|https|http2|tls|dgram|dns)(/|$)';
const NODE_MODULE =
  '^(node:)?(assert|buffer|child_process|crypto|events|fs|http|https|module|net|os|path|stream|url|util|worker_threads|zlib)(/|$)';
const RAW_STATEMENT = '^graph-schema/(src|dist)/cypher/write/([a-z-]*raw-message|count-delivery)';
const FILES = '^(node:)?fs(/|$)';

const rule = (name, comment, from, to) => ({ name, comment, severity: 'error', from, to });

module.exports = {
  forbidden: [
    rule(
      'no-cycle',
      'A cycle means that two files are one.',
      {},
      { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    ),
    rule(
      'no-orphan',
      'A file that nobody imports and that starts nothing is dead.',
      {
        orphan: true,
        pathNot: [
          TESTING,
          '/main/',
          '\\.d\\.ts$',
          '^[^/]+/[^/]+\\.(ts|mjs)$',
          '^web/(src/app|src/proxy|scripts|tours|public)',
        ],
      },
      {},
    ),
    rule(
      'no-unresolved',
      'An import that leads nowhere.',
      {},
      { couldNotResolve: true, pathNot: ['\\.css$', '/generated/'] },
    ),
    rule(
      'no-undeclared-package',
      'Packages come from the workspace’s own package.json.',
      { path: '^(graph-schema|ingest|api|web)/src', pathNot: TESTING },
      { dependencyTypes: ['npm-no-pkg', 'npm-unknown'] },
    ),
    rule(
      'production-needs-no-test-code',
      'Test fixtures and oracles never ship.',
      { path: '^(graph-schema|ingest|api|web)/src', pathNot: TESTING },
      { path: TESTING },
    ),

    rule(
      'graph-schema-stands-alone',
      'The shared truth imports no other workspace.',
      { path: '^graph-schema/' },
      { path: '^(ingest|api|web)/' },
    ),
    rule(
      'graph-schema-opens-no-socket',
      'Cypher there is text with types; whoever runs it brings the driver.',
      { path: '^graph-schema/src', pathNot: TEST },
      { path: [NETWORK, STORES], dependencyTypesNot: ['type-only'] },
    ),
    rule(
      'domain-is-pure',
      'Derivations take what they need as arguments and run in browsers.',
      { path: '^graph-schema/src/domain', pathNot: TEST },
      { dependencyTypes: ['core'] },
    ),
    rule(
      'identifiers-run-in-browsers',
      'Reached from graph-schema/identifiers: no Node module.',
      { path: '^graph-schema/src/identifiers\\.ts$' },
      { path: NODE_MODULE, reachable: true },
    ),

    rule(
      'web-knows-identifiers-only',
      'The web knows the SDL and the pure identifiers; everything else it asks for.',
      { path: '^web/', pathNot: TESTING },
      {
        path: '^(graph-schema|ingest|api)/',
        pathNot: ['^graph-schema/(src|dist)/identifiers\\.', '^api/schema\\.graphql$'],
      },
    ),
    rule('web-has-no-store', 'The web talks to the API only.', { path: '^web/' }, { path: STORES }),

    rule(
      'api-never-imports-ingest',
      'Reading and writing cargo facts share only graph-schema.',
      { path: '^api/' },
      { path: '^(ingest|web)/' },
    ),
    rule(
      'client-knows-the-schema-only',
      'What a customer installs holds nothing of the service.',
      { path: '^api/client/', pathNot: TEST },
      { path: ['^(graph-schema|ingest|web)/', '^api/(?!client/)', STORES] },
    ),
    rule(
      'api-writes-no-cargo-fact',
      'A mutation about cargo becomes a raw message.',
      { path: '^api/' },
      { path: '^graph-schema/(src|dist)/cypher/(write|conclude)/' },
    ),

    rule(
      'ingest-never-imports-readers',
      'Bytes in, graph out.',
      { path: '^ingest/' },
      { path: '^(api|web)/' },
    ),
    rule(
      'one-writer',
      'Cargo facts are written by the graph writer alone.',
      { path: '^(ingest|api|web)/src', pathNot: ['^ingest/src/graph-writer/', TESTING] },
      {
        path: '^graph-schema/(src|dist)/cypher/write/',
        pathNot: RAW_STATEMENT,
        dependencyTypesNot: ['type-only'],
      },
    ),
    rule(
      'receipts-belong-to-the-pipeline',
      'What was received, and with which outcome, the pipeline writes itself.',
      { path: '^(ingest|api|web)/src', pathNot: ['^ingest/src/(graph-writer|pipeline|raw)/', TESTING] },
      { path: RAW_STATEMENT, dependencyTypesNot: ['type-only'] },
    ),
    rule(
      'one-publisher',
      'Only the publisher knows the topics’ channel.',
      { path: '^ingest/src', pathNot: ['^ingest/src/publisher/', TESTING] },
      { path: '^graph-schema/(src|dist)/topics\\.', dependencyTypesNot: ['type-only'] },
    ),
    rule(
      'formats-know-little',
      'A format knows the domain, the codes, the syntax and the claims: no clock, queue, database or file.',
      { path: '^ingest/src/formats/[^/]+/', pathNot: TESTING },
      {
        path: '^(ingest|graph-schema)/',
        pathNot: [
          '^ingest/src/formats/message-format\\.ts$',
          '^ingest/src/formats/[^/]+/',
          '^ingest/src/(claims|syntax)/',
          '^graph-schema/(src|dist)/(domain|codes)/',
          '^graph-schema/(src|dist)/reference/code-list\\.',
        ],
      },
    ),
    rule(
      'formats-do-not-know-each-other',
      'What two formats share is a grammar (syntax) or a way of reading it as claims (claims).',
      { path: '^ingest/src/formats/([^/]+)/' },
      { path: '^ingest/src/formats/[^/]+/', pathNot: '^ingest/src/formats/$1/' },
    ),
    rule(
      'formats-do-no-io',
      'Bytes come in as an argument.',
      { path: '^ingest/src/(formats|claims|syntax)/', pathNot: TESTING },
      { path: [NETWORK, STORES, FILES] },
    ),
    rule(
      'claims-know-little',
      'What formats share of meaning stands on the domain, the codes and the grammars, and on no format.',
      { path: '^ingest/src/claims/', pathNot: TESTING },
      {
        path: '^(ingest|graph-schema)/',
        pathNot: [
          '^ingest/src/(claims|syntax)/',
          '^ingest/src/formats/message-format\\.ts$',
          '^graph-schema/(src|dist)/(domain|codes)/',
          '^graph-schema/(src|dist)/reference/code-list\\.',
        ],
      },
    ),
    rule(
      'syntax-knows-no-meaning',
      'Tokenizers know the domain’s types and the codes, and nothing else of ours.',
      { path: '^ingest/src/syntax/', pathNot: TESTING },
      {
        path: '^(ingest|graph-schema)/',
        pathNot: [
          '^ingest/src/syntax/',
          '^graph-schema/(src|dist)/(domain|codes)/',
          '^graph-schema/(src|dist)/reference/code-list\\.',
        ],
      },
    ),
    rule(
      'sample-world-is-a-client',
      'The sample world sends messages like anybody else: no code may lean on it.',
      {
        path: '^(ingest|api|web|graph-schema)/',
        pathNot: ['^ingest/src/sample-world/', '^ingest/src/main/', TESTING],
      },
      { path: '^ingest/src/sample-world/' },
    ),
  ],
  options: {
    tsPreCompilationDeps: true,
    doNotFollow: { path: ['node_modules', '/dist/', '\\.next'] },
    exclude: { path: ['/dist/', '/\\.next/', '/fixtures/', '^web/public/', '^web/src/gql/generated/'] },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['development', 'import', 'node', 'default', 'types'],
      mainFields: ['module', 'main', 'types'],
      extensions: ['.ts', '.tsx', '.mjs', '.js', '.json'],
    },
  },
};

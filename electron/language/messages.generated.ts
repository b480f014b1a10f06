// SPDX-License-Identifier: MIT
// Made of the catalogues by `npm run messages`.

/** Every message: a text, or a function of its arguments. */
export interface Messages {
  readonly routes: {
    readonly title: string;
    readonly grid: string;
    readonly shown: (values: {
      readonly isAll: boolean;
      readonly all: number;
      readonly some: number;
    }) => string;
    readonly filterGroups: {
      readonly family: string;
      readonly kind: string;
    };
    readonly filterChoices: {
      readonly defaultRoutes: string;
      readonly local: string;
    };
    readonly noMatch: string;
    readonly none: string;
    readonly gone: (values: {
      readonly destination: string | number;
      readonly adapter: string | number;
    }) => string;
    readonly details: (values: {
      readonly destination: string | number;
      readonly adapter: string | number;
    }) => string;
    readonly through: (values: { readonly adapters: string | number }) => string;
    readonly facts: {
      readonly family: string;
      readonly preferredSource: string;
      readonly lifetime: string;
      readonly table: string;
      readonly scope: string;
      readonly source: string;
      readonly preference: string;
      readonly service: string;
      readonly nexthop: string;
      readonly mtu: string;
      readonly state: string;
    };
    readonly forEver: string;
    readonly seconds: (values: { readonly n: number }) => string;
    readonly scopes: Readonly<Record<number, string>>;
    readonly preferences: Readonly<Record<number, string>>;
    readonly flags: Readonly<Record<number, string>>;
    readonly columns: {
      readonly destination: string;
      readonly gateway: string;
      readonly interface: string;
      readonly metric: string;
      readonly origin: string;
      readonly table: string;
      readonly defaultRoute: string;
    };
    readonly onLink: string;
    readonly hop: (values: {
      readonly gateway: string | number;
      readonly weight: string | number;
    }) => string;
    readonly metricParts: (values: {
      readonly route: string | number;
      readonly ofInterface: string | number;
    }) => string;
    readonly metricTitle: (values: {
      readonly route: string | number;
      readonly ofInterface: string | number;
    }) => string;
    readonly routeMetricTitle: (values: { readonly route: string | number }) => string;
    readonly origins: Readonly<Record<number, string>>;
    readonly protocols: Readonly<Record<number, string>>;
    readonly otherProtocol: (values: { readonly number: string | number }) => string;
    readonly types: Readonly<Record<number, string>>;
    readonly tables: Readonly<Record<number, string>>;
    readonly parkedTable: (values: { readonly number: string | number }) => string;
    readonly states: {
      readonly wins: string;
      readonly tie: string;
      readonly standby: string;
      readonly ignored: string;
      readonly partly: string;
      readonly refuses: string;
    };
    readonly reasons: {
      readonly lowest: string;
      readonly first: string;
      readonly tie: string;
      readonly higher: string;
      readonly later: string;
      readonly 'wide-routes': string;
      readonly elsewhere: string;
      readonly disconnected: string;
      readonly off: string;
      readonly 'link-down': string;
      readonly expired: string;
      readonly 'no-rule': string;
      readonly 'by-rules': string;
      readonly 'by-source': string;
      readonly 'by-service': string;
      readonly refuses: string;
    };
    readonly lookup: {
      readonly label: string;
      readonly hint: string;
      readonly button: string;
      readonly clear: string;
      readonly invalid: (values: { readonly text: string | number }) => string;
      readonly through: (values: {
        readonly address: string | number;
        readonly adapter: string | number;
        readonly gateway: string | number;
        readonly route: string | number;
      }) => string;
      readonly direct: (values: {
        readonly address: string | number;
        readonly adapter: string | number;
        readonly route: string | number;
      }) => string;
      readonly own: (values: { readonly address: string | number }) => string;
      readonly nowhere: (values: { readonly address: string | number }) => string;
      readonly refused: (values: {
        readonly address: string | number;
        readonly type: string | number;
      }) => string;
      readonly failed: (values: { readonly address: string | number }) => string;
      readonly table: (values: {
        readonly route: string | number;
        readonly table: string | number;
      }) => string;
    };
  };
  readonly settings: {
    readonly title: string;
    readonly theme: {
      readonly label: string;
      readonly help: string;
      readonly choices: {
        readonly system: string;
        readonly light: string;
        readonly dark: string;
      };
    };
    readonly language: {
      readonly label: string;
      readonly help: string;
      readonly system: string;
    };
    readonly deadline: {
      readonly label: string;
      readonly help: string;
      readonly remote: (values: { readonly shortest: string | number }) => string;
    };
    readonly notifications: {
      readonly label: string;
      readonly help: string;
      readonly choices: {
        readonly off: string;
        readonly important: string;
      };
    };
    readonly signIn: {
      readonly label: string;
      readonly help: string;
      readonly impossible: {
        readonly demo: string;
        readonly 'not-installed': string;
      };
    };
  };
  readonly help: {
    readonly title: string;
    readonly loading: string;
    readonly failed: string;
    readonly support: {
      readonly title: string;
      readonly summary: {
        readonly about: string;
        readonly action: string;
      };
      readonly report: {
        readonly about: string;
        readonly action: string;
      };
      readonly open: {
        readonly about: string;
        readonly action: string;
      };
      readonly restore: {
        readonly about: string;
        readonly action: string;
      };
    };
    readonly documents: {
      readonly title: string;
      readonly about: string;
      readonly copy: string;
    };
    readonly log: {
      readonly title: string;
      readonly about: string;
      readonly copy: string;
    };
    readonly about: {
      readonly title: string;
      readonly version: string;
      readonly versionText: (values: {
        readonly version: string | number;
        readonly build: string | number;
      }) => string;
      readonly runtime: string;
      readonly licence: string;
      readonly files: string;
      readonly parts: (values: { readonly n: number }) => string;
      readonly noText: string;
    };
  };
  readonly history: {
    readonly title: string;
    readonly list: string;
    readonly loading: string;
    readonly failed: string;
    readonly none: string;
    readonly shown: (values: {
      readonly isAll: boolean;
      readonly all: number;
      readonly some: number;
    }) => string;
    readonly search: string;
    readonly filterGroups: {
      readonly result: string;
    };
    readonly filterChoices: {
      readonly kept: string;
      readonly restored: string;
      readonly reverted: string;
      readonly incomplete: string;
      readonly 'nothing-changed': string;
    };
    readonly matches: (values: { readonly n: number }) => string;
    readonly noMatch: string;
    readonly clearAll: string;
    readonly today: string;
    readonly yesterday: string;
    readonly place: (values: {
      readonly field: string | number;
      readonly adapter: string | number;
      readonly family: string | number;
    }) => string;
    readonly results: {
      readonly 'under-way': string;
      readonly kept: string;
      readonly restored: string;
      readonly 'partly-restored': string;
      readonly 'reverted-by-user': string;
      readonly 'reverted-by-deadline': string;
      readonly 'reverted-app-stopped': string;
      readonly 'reverted-helper-stopped': string;
      readonly 'nothing-changed': string;
      readonly incomplete: string;
    };
    readonly stillOpen: {
      readonly title: string;
      readonly text: (values: {
        readonly changed: number;
        readonly time: string | number;
      }) => string;
      readonly columns: {
        readonly what: string;
        readonly old: string;
        readonly set: string;
        readonly now: string;
      };
      readonly dismiss: string;
      readonly notDismissed: string;
      readonly dismissNamed: (values: { readonly time: string | number }) => string;
    };
    readonly details: {
      readonly region: (values: { readonly time: string | number }) => string;
      readonly failed: string;
      readonly started: string;
      readonly ended: string;
      readonly by: string;
      readonly permission: string;
      readonly planCode: string;
      readonly restores: string;
      readonly transactionOf: (values: { readonly time: string | number }) => string;
      readonly unknown: string;
      readonly consents: {
        readonly direct: (values: { readonly account: string | number }) => string;
        readonly uac: string;
        readonly pkexec: string;
      };
      readonly changes: (values: { readonly n: number }) => string;
      readonly from: string;
      readonly to: string;
      readonly now: string;
      readonly gone: string;
    };
    readonly restore: {
      readonly button: string;
      readonly anyway: string;
      readonly one: (values: {
        readonly where: string | number;
        readonly time: string | number;
      }) => string;
      readonly many: (values: {
        readonly n: string | number;
        readonly time: string | number;
      }) => string;
      readonly lasting: (values: { readonly time: string | number }) => string;
      readonly done: (values: {
        readonly date: string | number;
        readonly time: string | number;
      }) => string;
      readonly partlyDone: (values: {
        readonly date: string | number;
        readonly time: string | number;
      }) => string;
      readonly nothing: {
        readonly 'as-before': string;
        readonly 'not-recorded': string;
        readonly 'same-value': string;
        readonly foreign: string;
        readonly gone: string;
        readonly replaced: string;
        readonly several: string;
      };
      readonly locked: string;
      readonly leftAlone: {
        readonly 'as-before': string;
        readonly 'not-recorded': string;
        readonly 'same-value': string;
        readonly foreign: string;
        readonly gone: string;
        readonly replaced: string;
      };
      readonly some: (values: {
        readonly restored: string | number;
        readonly all: string | number;
      }) => string;
      readonly transaction: (values: {
        readonly title: string | number;
        readonly time: string | number;
      }) => string;
    };
  };
  readonly lasting: {
    readonly title: string;
    readonly about: string;
    readonly loading: string;
    readonly failed: string;
    readonly none: string;
    readonly toTraffic: string;
    readonly count: (values: { readonly n: number }) => string;
    readonly search: string;
    readonly matches: (values: { readonly n: number }) => string;
    readonly noMatch: string;
    readonly clearSearch: string;
    readonly valueOf: (values: {
      readonly field: string | number;
      readonly value: string | number;
    }) => string;
    readonly since: (values: { readonly date: string | number }) => string;
    readonly sinceBy: (values: {
      readonly date: string | number;
      readonly account: string | number;
    }) => string;
    readonly setAgainToday: (values: { readonly time: string | number }) => string;
    readonly setAgainOn: (values: {
      readonly date: string | number;
      readonly time: string | number;
    }) => string;
    readonly timesSet: (values: { readonly n: number }) => string;
    readonly stop: string;
    readonly stopNamed: (values: { readonly where: string | number }) => string;
    readonly stopAll: string;
    readonly stopShown: (values: { readonly n: number }) => string;
    readonly locked: string;
    readonly states: {
      readonly absent: string;
      readonly waitsForRoute: string;
      readonly arriving: string;
      readonly held: string;
      readonly refused: (values: { readonly reason: string | number }) => string;
      readonly failed: (values: { readonly error: string | number }) => string;
      readonly unknownError: string;
      readonly givenUp: string;
      readonly changed: (values: {
        readonly setting: string | number;
        readonly value: string | number;
      }) => string;
      readonly ambiguous: string;
      readonly unknown: {
        readonly running: string;
        readonly 'not-running': string;
        readonly 'not-installed': string;
        readonly 'switched-off': string;
        readonly 'safe-mode': string;
      };
    };
    readonly choice: {
      readonly legend: string;
      readonly alwaysHelp: string;
      readonly notRead: string;
      readonly nameless: string;
      readonly stops: (values: { readonly list: string | number }) => string;
      readonly replaces: (values: { readonly list: string | number }) => string;
      readonly danger: string;
      readonly yes: string;
      readonly needsYes: string;
      readonly until: {
        readonly linux: (values: {
          readonly n: number;
          readonly adapter: string | number;
        }) => string;
        readonly windows: (values: {
          readonly n: number;
          readonly adapter: string | number;
        }) => string;
      };
      readonly untilChanged: string;
      readonly always: string;
    };
    readonly keeper: {
      readonly 'not-running': {
        readonly linux: string;
        readonly windows: string;
      };
      readonly 'not-installed': string;
      readonly 'switched-off': {
        readonly linux: string;
        readonly windows: string;
      };
      readonly 'safe-mode': string;
    };
    readonly problems: {
      readonly damaged: string;
      readonly 'later-version': string;
      readonly 'not-trusted': string;
      readonly unreadable: string;
    };
    readonly mark: {
      readonly badge: string;
      readonly text: string;
      readonly otherValue: (values: { readonly value: string | number }) => string;
      readonly changed: (values: { readonly value: string | number }) => string;
      readonly toDefault: string;
      readonly onAdapter: string;
    };
    readonly dialog: {
      readonly table: string;
      readonly columns: {
        readonly interface: string;
        readonly field: string;
        readonly value: string;
      };
      readonly make: (values: { readonly n: number }) => string;
      readonly makeText: (values: { readonly n: number }) => string;
      readonly stop: (values: { readonly n: number }) => string;
      readonly stopText: (values: { readonly n: number }) => string;
    };
    readonly results: {
      readonly kept: string;
      readonly made: (values: { readonly adapter: string | number }) => string;
      readonly madeMany: string;
      readonly stopped: (values: { readonly n: number }) => string;
      readonly unwrittenTitle: string;
      readonly unwritten: (values: {
        readonly error: string | number;
        readonly next: string | number;
      }) => string;
      readonly makeRoom: string;
      readonly tryAgain: string;
      readonly countdown: (values: { readonly adapter: string | number }) => string;
      readonly countdownMany: string;
    };
    readonly history: {
      readonly heading: string;
      readonly made: (values: {
        readonly where: string | number;
        readonly value: string | number;
      }) => string;
      readonly stopped: (values: { readonly where: string | number }) => string;
      readonly inForce: string;
      readonly notInForce: string;
      readonly unwritten: string;
      readonly restoreStops: (values: { readonly list: string | number }) => string;
      readonly restoreMakes: (values: { readonly list: string | number }) => string;
      readonly left: (values: { readonly n: number }) => string;
    };
    readonly splitTunnelling: (values: { readonly isOn: boolean }) => string;
  };
  readonly copied: {
    readonly done: string;
    readonly failed: string;
  };
  readonly plan: {
    readonly settings: {
      readonly useForInternet: string;
      readonly on: string;
      readonly off: string;
      readonly none: string;
    };
    readonly inSentence: (values: { readonly label: string | number }) => string;
    readonly metricValues: {
      readonly automatic: string;
      readonly fixed: string;
    };
    readonly automaticNow: (values: { readonly metric: string | number }) => string;
    readonly adapterCount: (values: { readonly n: number }) => string;
    readonly ofFamily: (values: {
      readonly adapters: string | number;
      readonly family: string | number;
    }) => string;
    readonly titles: {
      readonly splitTunnelling: (values: {
        readonly blocksOthers: boolean;
        readonly isOn: boolean;
        readonly vpn: string | number;
      }) => string;
      readonly systemDefault: string;
      readonly switched: (values: {
        readonly isOn: boolean;
        readonly setting: string | number;
        readonly where: string | number;
      }) => string;
      readonly number: (values: {
        readonly setting: string | number;
        readonly value: string | number;
        readonly where: string | number;
      }) => string;
      readonly choice: (values: {
        readonly setting: string | number;
        readonly value: string | number;
        readonly where: string | number;
      }) => string;
      readonly setting: (values: {
        readonly setting: string | number;
        readonly where: string | number;
      }) => string;
      readonly many: (values: { readonly n: number; readonly where: string | number }) => string;
      readonly makingLast: (values: { readonly what: string | number }) => string;
      readonly stoppingLast: (values: { readonly what: string | number }) => string;
      readonly restoring: (values: { readonly what: string | number }) => string;
    };
    readonly questions: {
      readonly splitTunnelling: (values: {
        readonly blocksOthers: boolean;
        readonly isOn: boolean;
        readonly vpn: string | number;
      }) => string;
      readonly systemDefault: string;
      readonly switched: (values: {
        readonly isOn: boolean;
        readonly setting: string | number;
        readonly where: string | number;
      }) => string;
      readonly number: (values: {
        readonly setting: string | number;
        readonly value: string | number;
        readonly where: string | number;
      }) => string;
      readonly choice: (values: {
        readonly setting: string | number;
        readonly value: string | number;
        readonly where: string | number;
      }) => string;
      readonly setting: (values: {
        readonly setting: string | number;
        readonly where: string | number;
      }) => string;
      readonly many: (values: { readonly n: number; readonly where: string | number }) => string;
      readonly makingLast: (values: { readonly what: string | number }) => string;
      readonly stoppingLast: (values: { readonly what: string | number }) => string;
      readonly restoring: (values: { readonly what: string | number }) => string;
    };
    readonly fromTo: (values: {
      readonly from: string | number;
      readonly to: string | number;
    }) => string;
    readonly fromSeveral: string;
    readonly named: (values: {
      readonly setting: string | number;
      readonly change: string | number;
    }) => string;
    readonly more: (values: { readonly n: string | number }) => string;
    readonly again: {
      readonly one: (values: {
        readonly setting: string | number;
        readonly where: string | number;
        readonly value: string | number;
      }) => string;
      readonly many: (values: { readonly what: string | number }) => string;
      readonly goBackTo: (values: { readonly value: string | number }) => string;
      readonly goBack: string;
    };
    readonly placed: (values: {
      readonly setting: string | number;
      readonly where: string | number;
    }) => string;
  };
  readonly planDetails: {
    readonly title: string;
    readonly code: string;
    readonly codeHelp: string;
    readonly commands: {
      readonly powershell: string;
      readonly sh: string;
    };
    readonly copyCommands: string;
    readonly reading: string;
    readonly failed: string;
  };
  readonly preferences: {
    readonly defects: {
      readonly unreadable: string;
      readonly 'too-large': string;
      readonly 'not-json': string;
      readonly 'other-version': string;
      readonly 'not-preferences': string;
    };
    readonly setAside: (values: {
      readonly defect: string | number;
      readonly path: string | number;
    }) => string;
    readonly notSetAside: (values: { readonly defect: string | number }) => string;
    readonly notStored: string;
  };
  readonly selection: {
    readonly selectRow: (values: {
      readonly adapter: string | number;
      readonly family: string | number;
    }) => string;
    readonly selectAll: string;
    readonly selected: (values: { readonly hidden: number; readonly n: number }) => string;
    readonly selectMore: string;
    readonly clear: string;
    readonly menu: string;
    readonly open: string;
    readonly select: string;
    readonly deselect: string;
    readonly copyRows: (values: { readonly n: number }) => string;
    readonly copied: (values: { readonly n: number }) => string;
    readonly edit: (values: { readonly n: number }) => string;
    readonly mixed: string;
    readonly mixedNow: (values: { readonly values: string | number }) => string;
    readonly editedOn: (values: {
      readonly isAll: boolean;
      readonly n: number;
      readonly all: number;
    }) => string;
    readonly appliedOn: (values: {
      readonly isAll: boolean;
      readonly n: number;
      readonly all: number;
    }) => string;
    readonly noShared: string;
    readonly notShared: (values: { readonly n: number }) => string;
    readonly tooMany: (values: { readonly n: number; readonly most: string | number }) => string;
    readonly refused: (values: { readonly n: number; readonly most: number }) => string;
  };
  readonly support: {
    readonly summary: {
      readonly copied: string;
      readonly failed: string;
      readonly head: (values: {
        readonly computer: string | number;
        readonly date: string | number;
      }) => string;
      readonly leaves: (values: {
        readonly family: string | number;
        readonly adapter: string | number;
        readonly how: string | number;
      }) => string;
      readonly through: (values: {
        readonly family: string | number;
        readonly adapter: string | number;
        readonly how: string | number;
      }) => string;
      readonly metric: (values: { readonly metric: string | number }) => string;
      readonly wideRoutes: string;
      readonly rules: string;
      readonly nowhere: (values: { readonly family: string | number }) => string;
      readonly lost: (values: {
        readonly family: string | number;
        readonly adapter: string | number;
      }) => string;
      readonly droppedByRule: (values: { readonly family: string | number }) => string;
      readonly droppedByRoute: (values: {
        readonly family: string | number;
        readonly prefix: string | number;
      }) => string;
      readonly off: (values: { readonly list: string | number }) => string;
      readonly notDefault: (values: { readonly list: string | number }) => string;
      readonly lasting: (values: { readonly list: string | number }) => string;
      readonly field: (values: {
        readonly field: string | number;
        readonly adapter: string | number;
        readonly family: string | number;
      }) => string;
      readonly more: (values: { readonly n: string | number }) => string;
      readonly none: string;
      readonly lastChange: (values: { readonly line: string | number }) => string;
      readonly change: (values: {
        readonly time: string | number;
        readonly title: string | number;
        readonly result: string | number;
      }) => string;
      readonly changeOfValues: (values: {
        readonly time: string | number;
        readonly title: string | number;
        readonly changes: string | number;
        readonly result: string | number;
      }) => string;
      readonly noChange: string;
    };
    readonly report: {
      readonly title: string;
      readonly about: string;
      readonly scope: string;
      readonly everything: (values: { readonly n: number }) => string;
      readonly selection: (values: { readonly n: number }) => string;
      readonly noSelection: string;
      readonly format: string;
      readonly html: string;
      readonly json: string;
      readonly mask: string;
      readonly maskHelp: string;
      readonly save: string;
      readonly saved: (values: {
        readonly name: string | number;
        readonly folder: string | number;
      }) => string;
      readonly showInFolder: string;
      readonly failed: string;
    };
    readonly edits: {
      readonly save: string;
      readonly saved: (values: { readonly name: string | number }) => string;
      readonly failed: string;
    };
    readonly compare: {
      readonly title: string;
      readonly from: (values: {
        readonly name: string | number;
        readonly computer: string | number;
        readonly date: string | number;
      }) => string;
      readonly masked: string;
      readonly table: string;
      readonly columns: {
        readonly choose: string;
        readonly interface: string;
        readonly field: string;
        readonly there: string;
        readonly here: string;
      };
      readonly choose: (values: {
        readonly field: string | number;
        readonly adapter: string | number;
        readonly family: string | number;
      }) => string;
      readonly chooseAll: (values: { readonly n: number }) => string;
      readonly add: (values: { readonly n: number }) => string;
      readonly same: string;
      readonly showStatus: (values: { readonly n: number }) => string;
      readonly more: (values: { readonly n: number }) => string;
      readonly onlyThere: (values: { readonly adapters: string | number }) => string;
      readonly onlyHere: (values: { readonly adapters: string | number }) => string;
      readonly unclear: (values: { readonly adapters: string | number }) => string;
    };
    readonly set: {
      readonly title: string;
      readonly from: (values: {
        readonly name: string | number;
        readonly computer: string | number;
        readonly date: string | number;
      }) => string;
      readonly otherComputer: string;
      readonly unusable: (values: {
        readonly name: string | number;
        readonly defect: string | number;
      }) => string;
      readonly defects: {
        readonly unreadable: string;
        readonly several: string;
        readonly 'too-large': string;
        readonly 'not-json': string;
        readonly 'not-a-set': string;
        readonly 'other-version': string;
        readonly 'unknown-members': string;
      };
      readonly failed: string;
      readonly drop: string;
      readonly connectFirst: (values: { readonly adapters: string | number }) => string;
      readonly waits: string;
      readonly waiting: (values: { readonly name: string | number }) => string;
      readonly wait: string;
      readonly addAndWait: string;
      readonly table: string;
      readonly columns: {
        readonly interface: string;
        readonly field: string;
        readonly now: string;
        readonly next: string;
        readonly fit: string;
      };
      readonly leftOut: (values: { readonly n: number }) => string;
      readonly replaces: (values: { readonly n: number }) => string;
      readonly along: (values: { readonly n: number }) => string;
      readonly noneFits: string;
      readonly add: string;
      readonly added: (values: { readonly n: number }) => string;
      readonly locked: string;
      readonly fits: {
        readonly fits: string;
        readonly 'already-so': string;
        readonly 'adapter-gone': string;
        readonly ambiguous: string;
        readonly 'family-missing': string;
        readonly 'unknown-field': string;
        readonly 'not-settable': string;
        readonly 'not-a-choice': string;
      };
      readonly outOfRange: (values: {
        readonly min: string | number;
        readonly max: string | number;
      }) => string;
    };
  };
  readonly tables: {
    readonly filter: string;
    readonly filterActive: (values: { readonly n: string | number }) => string;
    readonly clearFilters: string;
    readonly refresh: string;
  };
  readonly internetTraffic: {
    readonly title: string;
    readonly loading: string;
    readonly failedFirst: string;
    readonly failed: string;
    readonly now: string;
    readonly details: string;
    readonly thisComputer: string;
    readonly showRoutes: string;
    readonly status: {
      readonly together: (values: { readonly adapters: string | number }) => string;
      readonly apart: (values: {
        readonly adapters: string | number;
        readonly vpn: string | number;
      }) => string;
      readonly websites: (values: { readonly adapters: string | number }) => string;
      readonly company: (values: { readonly vpn: string | number }) => string;
    };
    readonly picture: {
      readonly computer: string;
      readonly more: (values: { readonly n: number }) => string;
      readonly destinations: {
        readonly websites: string;
        readonly company: string;
      };
      readonly ends: {
        readonly nowhere: string;
        readonly dropped: string;
        readonly lost: string;
        readonly stays: string;
      };
      readonly states: {
        readonly replaced: string;
        readonly after: string;
      };
    };
    readonly leaves: (values: {
      readonly family: string | number;
      readonly adapters: string | number;
    }) => string;
    readonly leavesMostly: (values: {
      readonly family: string | number;
      readonly share: string | number;
      readonly adapters: string | number;
    }) => string;
    readonly shares: {
      readonly some: (values: { readonly percent: number }) => string;
      readonly hardlyAny: (values: { readonly percent: number }) => string;
    };
    readonly part: (values: {
      readonly networks: number;
      readonly share: string | number;
      readonly way: string | number;
      readonly examples: string | number;
      readonly counted: string | number;
    }) => string;
    readonly ways: {
      readonly through: (values: { readonly adapters: string | number }) => string;
      readonly lost: (values: { readonly adapter: string | number }) => string;
      readonly dropped: string;
      readonly stays: string;
      readonly nowhere: string;
      readonly from: (values: { readonly source: string | number }) => string;
    };
    readonly ipsec: (values: {
      readonly action: string;
      readonly isForSome: boolean;
      readonly destinations: string | number;
    }) => string;
    readonly special: {
      readonly marked: (values: { readonly mark: string | number }) => string;
      readonly ofUser: (values: { readonly user: string | number }) => string;
      readonly ofUsers: (values: {
        readonly first: string | number;
        readonly last: string | number;
      }) => string;
      readonly from: (values: { readonly source: string | number }) => string;
      readonly go: (values: {
        readonly packets: string | number;
        readonly way: string | number;
      }) => string;
    };
    readonly lowest: (values: {
      readonly metric: string | number;
      readonly next: string | number;
      readonly nextMetric: string | number;
    }) => string;
    readonly only: string;
    readonly first: (values: {
      readonly next: string | number;
      readonly metric: string | number;
      readonly system: string | number;
    }) => string;
    readonly laterTable: (values: { readonly table: string | number }) => string;
    readonly ties: {
      readonly shared: (values: {
        readonly adapters: string | number;
        readonly system: string | number;
      }) => string;
      readonly 'first-to-answer': (values: {
        readonly adapters: string | number;
        readonly metric: string | number;
        readonly system: string | number;
      }) => string;
      readonly undocumented: (values: {
        readonly adapters: string | number;
        readonly metric: string | number;
        readonly system: string | number;
      }) => string;
    };
    readonly nowhere: (values: { readonly family: string | number }) => string;
    readonly nowhereWhy: string;
    readonly nowhereAtAll: string;
    readonly dropped: (values: { readonly family: string | number }) => string;
    readonly droppedBy: {
      readonly blackhole: (values: {
        readonly prefix: string | number;
        readonly metric: string | number;
      }) => string;
      readonly unreachable: (values: {
        readonly prefix: string | number;
        readonly metric: string | number;
      }) => string;
      readonly prohibit: (values: {
        readonly prefix: string | number;
        readonly metric: string | number;
      }) => string;
    };
    readonly droppedByRule: string;
    readonly killSwitch: string;
    readonly lostIn: (values: {
      readonly family: string | number;
      readonly adapter: string | number;
    }) => string;
    readonly lostInWhy: (values: {
      readonly prefixes: string | number;
      readonly adapter: string | number;
    }) => string;
    readonly stays: (values: { readonly family: string | number }) => string;
    readonly staysWhy: string;
    readonly bySource: (values: { readonly source: string | number }) => string;
    readonly wideRoutes: {
      readonly one: (values: {
        readonly prefixes: string | number;
        readonly adapter: string | number;
        readonly takes: string;
        readonly family: string | number;
      }) => string;
      readonly halves: (values: {
        readonly prefixes: string | number;
        readonly adapter: string | number;
        readonly takes: string;
        readonly family: string | number;
      }) => string;
      readonly many: (values: {
        readonly counted: string | number;
        readonly prefixes: string | number;
        readonly adapter: string | number;
        readonly takes: string;
        readonly family: string | number;
      }) => string;
    };
    readonly rules: (values: {
      readonly family: string | number;
      readonly adapter: string | number;
    }) => string;
    readonly afterApplying: string;
    readonly afterSame: string;
    readonly presets: {
      readonly legend: string;
      readonly vpn: string;
      readonly custom: string;
      readonly customHelp: string;
      readonly names: {
        readonly 'through-vpn': string;
        readonly 'company-only': string;
        readonly 'system-default': string;
      };
      readonly throughVpn: (values: { readonly vpn: string | number }) => string;
      readonly throughVpnException: (values: {
        readonly family: string | number;
        readonly adapter: string | number;
      }) => string;
      readonly companyOnly: (values: {
        readonly internet: string | number;
        readonly networks: number;
        readonly counted: string | number;
        readonly vpn: string | number;
      }) => string;
      readonly companyOnlyNowhere: (values: {
        readonly networks: number;
        readonly counted: string | number;
        readonly vpn: string | number;
      }) => string;
      readonly exception: (values: {
        readonly family: string | number;
        readonly adapter: string | number;
      }) => string;
      readonly exceptionNowhere: (values: { readonly family: string | number }) => string;
      readonly systemDefault: (values: { readonly system: string | number }) => string;
      readonly sameAs: (values: { readonly name: string | number }) => string;
      readonly noVpn: string;
      readonly noVpnAdapter: (values: { readonly program: string | number }) => string;
      readonly noRoute: (values: { readonly vpn: string | number }) => string;
      readonly wideRoutes: (values: {
        readonly isHalves: boolean;
        readonly vpn: string | number;
      }) => string;
      readonly outranked: (values: {
        readonly internet: string | number;
        readonly vpn: string | number;
      }) => string;
      readonly outrankedToo: (values: { readonly vpn: string | number }) => string;
      readonly otherMeans: (values: { readonly vpn: string | number }) => string;
      readonly hint: string;
      readonly dismissHint: string;
      readonly blockOthers: string;
    };
    readonly adapters: {
      readonly heading: string;
      readonly none: string;
      readonly noneWithDefaultRoute: string;
      readonly showAll: (values: { readonly n: number }) => string;
      readonly showMore: (values: { readonly n: number; readonly all: number }) => string;
      readonly showFewer: string;
      readonly setByYou: (values: { readonly kind: string | number }) => string;
      readonly use: string;
      readonly useNamed: (values: { readonly adapter: string | number }) => string;
      readonly useNamedFamily: (values: {
        readonly adapter: string | number;
        readonly family: string | number;
      }) => string;
      readonly nowOn: string;
      readonly nowOff: string;
      readonly more: (values: { readonly adapter: string | number }) => string;
      readonly showInInterfaces: string;
      readonly thisIsA: string;
      readonly recognised: (values: { readonly kind: string | number }) => string;
      readonly apart: string;
      readonly together: string;
      readonly familyStatus: (values: {
        readonly family: string | number;
        readonly status: string | number;
      }) => string;
      readonly carriesBoth: string;
      readonly carries: (values: { readonly family: string | number }) => string;
      readonly preferred: (values: {
        readonly n: number;
        readonly adapters: string | number;
      }) => string;
      readonly tied: (values: { readonly adapters: string | number }) => string;
      readonly shared: (values: { readonly adapters: string | number }) => string;
      readonly unused: string;
      readonly dropped: string;
      readonly notUsed: string;
      readonly noRoute: string;
      readonly noRouteToSwitch: string;
      readonly partOf: (values: { readonly master: string | number }) => string;
      readonly partSwitch: string;
      readonly off: string;
      readonly cameBack: string;
      readonly disconnected: string;
      readonly noFamily: string;
      readonly loopback: string;
      readonly changedOutside: string;
      readonly companyNetworks: (values: {
        readonly networks: number;
        readonly counted: string | number;
      }) => string;
      readonly someCompanyNetworks: string;
      readonly splitOn: string;
      readonly consequences: {
        readonly directly: {
          readonly on: string;
          readonly off: string;
        };
        readonly mobile: {
          readonly on: string;
          readonly off: string;
        };
        readonly translator: {
          readonly on: string;
          readonly off: string;
        };
        readonly virtualSwitch: {
          readonly on: string;
          readonly off: string;
          readonly offCaution: string;
        };
        readonly other: {
          readonly on: string;
          readonly off: string;
        };
      };
      readonly vpnOn: string;
      readonly companyOnly: string;
    };
    readonly probes: {
      readonly fold: string;
      readonly heading: string;
      readonly columns: {
        readonly address: string;
        readonly now: string;
        readonly after: string;
        readonly predicted: string;
        readonly reliable: string;
      };
      readonly kinds: {
        readonly internet: string;
        readonly dns: string;
        readonly 'system-dns': string;
        readonly company: string;
        readonly typed: string;
      };
      readonly ends: {
        readonly internet: string;
        readonly dns: string;
        readonly 'system-dns': string;
        readonly company: string;
      };
      readonly reliable: string;
      readonly notReliable: string;
      readonly notReliableHere: string;
      readonly same: string;
      readonly stays: string;
      readonly nowhere: (values: { readonly reason: string | number }) => string;
      readonly nowhereBy: (values: {
        readonly reason: string | number;
        readonly prefix: string | number;
      }) => string;
      readonly notConnected: string;
      readonly from: (values: { readonly source: string | number }) => string;
      readonly input: string;
      readonly inputHelp: string;
      readonly inputPlaceholder: string;
      readonly invalid: string;
      readonly lookUp: string;
      readonly lookingUp: (values: { readonly name: string | number }) => string;
      readonly resolved: (values: {
        readonly name: string | number;
        readonly addresses: string | number;
      }) => string;
      readonly others: (values: { readonly n: number }) => string;
      readonly firstOnes: (values: { readonly n: number }) => string;
      readonly otherResolvers: string;
      readonly noAnswer: {
        readonly 'not-found': (values: { readonly name: string | number }) => string;
        readonly 'timed-out': (values: { readonly name: string | number }) => string;
        readonly offline: (values: { readonly name: string | number }) => string;
        readonly busy: string;
        readonly platform: (values: { readonly name: string | number }) => string;
      };
    };
    readonly answer: {
      readonly sentence: (values: {
        readonly subject: string | number;
        readonly predicate: string | number;
      }) => string;
      readonly sentenceAnd: (values: {
        readonly subject: string | number;
        readonly predicate: string | number;
        readonly coda: string | number;
      }) => string;
      readonly addressesOf: (values: {
        readonly name: string | number;
        readonly addresses: string | number;
      }) => string;
      readonly through: (values: {
        readonly adapter: string | number;
        readonly why: string | number;
      }) => string;
      readonly either: (values: { readonly adapters: string | number }) => string;
      readonly lost: (values: {
        readonly adapter: string | number;
        readonly why: string | number;
      }) => string;
      readonly stays: string;
      readonly nowhere: (values: { readonly reason: string | number }) => string;
      readonly nowhereBy: (values: {
        readonly reason: string | number;
        readonly prefix: string | number;
      }) => string;
      readonly why: {
        readonly lowest: (values: {
          readonly metric: string | number;
          readonly next: string | number;
          readonly nextMetric: string | number;
        }) => string;
        readonly only: string;
        readonly first: (values: {
          readonly metric: string | number;
          readonly next: string | number;
          readonly nextMetric: string | number;
        }) => string;
        readonly laterTable: (values: { readonly table: string | number }) => string;
        readonly rules: (values: { readonly table: string | number }) => string;
        readonly byDefault: string;
        readonly wideRoute: (values: { readonly prefix: string | number }) => string;
        readonly ownNetwork: (values: { readonly prefix: string | number }) => string;
        readonly route: (values: { readonly prefix: string | number }) => string;
      };
      readonly ways: {
        readonly through: (values: { readonly adapters: string | number }) => string;
        readonly stays: string;
        readonly nowhere: string;
      };
      readonly after: (values: { readonly way: string | number }) => string;
      readonly split: {
        readonly would: (values: { readonly way: string | number }) => string;
        readonly wouldNot: string;
        readonly isOn: string;
        readonly cannot: string;
      };
    };
    readonly advice: {
      readonly heading: string;
      readonly otherMeansTitle: (values: {
        readonly program: string | number;
        readonly tunnel: string | number;
      }) => string;
      readonly otherMeansOfVpn: (values: { readonly adapter: string | number }) => string;
      readonly itsTunnel: string;
      readonly setting: (values: { readonly setting: string | number }) => string;
      readonly settings: {
        readonly OpenVPN: string;
        readonly 'wg-quick': string;
        readonly WireGuard: string;
        readonly Tailscale: string;
        readonly strongSwan: string;
        readonly NetworkManager: string;
      };
      readonly otherSetting: string;
      readonly copyRequest: string;
      readonly requestRoutes: (values: {
        readonly program: string | number;
        readonly families: string | number;
        readonly tunnel: string | number;
        readonly evidence: string | number;
        readonly setting: string | number;
      }) => string;
      readonly requestRules: (values: {
        readonly program: string | number;
        readonly families: string | number;
        readonly tunnel: string | number;
        readonly evidence: string | number;
        readonly setting: string | number;
      }) => string;
      readonly theVpnProgram: string;
      readonly theAdapter: (values: { readonly adapter: string | number }) => string;
      readonly lanTitle: (values: {
        readonly adapter: string | number;
        readonly vpn: string | number;
      }) => string;
      readonly lan: (values: { readonly networks: string | number }) => string;
      readonly raiseMetric: (values: { readonly vpn: string | number }) => string;
      readonly lanRequest: (values: {
        readonly vpn: string | number;
        readonly networks: string | number;
      }) => string;
    };
    readonly limits: string;
    readonly review: {
      readonly warnings: string;
      readonly willLeave: (values: {
        readonly traffic: string | number;
        readonly adapter: string | number;
      }) => string;
      readonly willStay: (values: {
        readonly traffic: string | number;
        readonly adapter: string | number;
      }) => string;
      readonly willStop: (values: { readonly traffic: string | number }) => string;
      readonly stillNowhere: (values: { readonly traffic: string | number }) => string;
      readonly notKnown: string;
      readonly applyAnyway: string;
    };
    readonly warnings: {
      readonly internetStopsTitle: (values: { readonly family: string | number }) => string;
      readonly internetStops: (values: { readonly deadline: string | number }) => string;
      readonly othersBlockedTitle: string;
      readonly othersBlocked: (values: {
        readonly adapters: string | number;
        readonly vpn: string | number;
      }) => string;
      readonly remoteSession: (values: {
        readonly adapter: string | number;
        readonly deadline: string | number;
      }) => string;
      readonly wideRoutes: {
        readonly one: (values: {
          readonly prefixes: string | number;
          readonly adapter: string | number;
          readonly takes: string;
          readonly family: string | number;
        }) => string;
        readonly halves: (values: {
          readonly prefixes: string | number;
          readonly adapter: string | number;
          readonly takes: string;
          readonly family: string | number;
        }) => string;
        readonly many: (values: {
          readonly counted: string | number;
          readonly prefixes: string | number;
          readonly adapter: string | number;
          readonly takes: string;
          readonly family: string | number;
        }) => string;
      };
      readonly vpnByRules: (values: {
        readonly family: string | number;
        readonly adapter: string | number;
      }) => string;
      readonly noHostRoute: (values: {
        readonly adapter: string | number;
        readonly vpn: string | number;
      }) => string;
      readonly oneFamily: (values: {
        readonly changed: string | number;
        readonly unchanged: string | number;
      }) => string;
      readonly applyToBoth: string;
      readonly dnsStays: (values: { readonly adapters: string | number }) => string;
      readonly managedAdapter: (values: {
        readonly manager: string | number;
        readonly adapter: string | number;
      }) => string;
      readonly copyCommand: (values: { readonly manager: string | number }) => string;
      readonly forwarding: (values: {
        readonly adapter: string | number;
        readonly family: string | number;
      }) => string;
      readonly weakHost: (values: {
        readonly adapter: string | number;
        readonly family: string | number;
      }) => string;
      readonly dnsFacts: (values: { readonly servers: string | number }) => string;
      readonly dnsServersOf: (values: {
        readonly servers: string | number;
        readonly adapter: string | number;
      }) => string;
      readonly facts: string;
    };
    readonly countdown: {
      readonly asPredicted: (values: { readonly n: number }) => string;
      readonly notPredicted: (values: { readonly n: number }) => string;
      readonly unknown: string;
      readonly same: string;
      readonly different: string;
      readonly notCompared: string;
    };
    readonly lost: {
      readonly text: (values: {
        readonly adapter: string | number;
        readonly date: string | number;
      }) => string;
      readonly changedMeanwhile: (values: {
        readonly adapter: string | number;
        readonly date: string | number;
      }) => string;
      readonly review: string;
      readonly always: string;
      readonly dontRemind: string;
    };
    readonly moreThan: (values: { readonly n: number }) => string;
    readonly endings: {
      readonly 'no-route': string;
      readonly unreachable: string;
      readonly blackhole: string;
      readonly prohibit: string;
    };
    readonly trafficOf: {
      readonly both: string;
      readonly family: (values: { readonly family: string | number }) => string;
    };
  };
  readonly app: {
    readonly name: string;
    readonly demoTitle: string;
    readonly demoPrefix: (values: { readonly title: string | number }) => string;
    readonly keepTitle: (values: { readonly time: string | number }) => string;
    readonly systemNames: {
      readonly windows: string;
      readonly linux: string;
    };
    readonly close: string;
    readonly cancel: string;
    readonly tryAgain: string;
    readonly dismiss: string;
    readonly notes: string;
    readonly clear: string;
    readonly copyDetails: string;
  };
  readonly pages: {
    readonly navigation: string;
    readonly names: {
      readonly 'internet-traffic': string;
      readonly interfaces: string;
      readonly routes: string;
      readonly history: string;
      readonly lasting: string;
      readonly settings: string;
      readonly help: string;
    };
    readonly shortcut: (values: {
      readonly page: string | number;
      readonly keys: string | number;
    }) => string;
  };
  readonly demo: {
    readonly region: string;
    readonly text: string;
  };
  readonly notices: {
    readonly region: string;
    readonly more: (values: { readonly n: string | number }) => string;
    readonly fewer: string;
  };
  readonly readOnly: {
    readonly title: string;
    readonly reasons: {
      readonly 'folder-writable-by-others': (values: {
        readonly detail: string | number;
      }) => string;
      readonly 'helper-missing': string;
      readonly 'no-pkexec': string;
      readonly policy: string;
      readonly 'journal-held': string;
      readonly 'journal-unusable': (values: { readonly detail: string | number }) => string;
    };
  };
  readonly journal: {
    readonly setAside: (values: { readonly path: string | number }) => string;
  };
  readonly reading: {
    readonly loading: string;
    readonly failedTitle: string;
    readonly failed: string;
    readonly failedFirst: string;
  };
  readonly interfaces: {
    readonly title: string;
    readonly grid: string;
    readonly search: string;
    readonly columns: string;
    readonly columnsReset: string;
    readonly filterGroups: {
      readonly family: string;
      readonly state: string;
      readonly kind: string;
      readonly changes: string;
    };
    readonly filterChoices: {
      readonly connected: string;
      readonly notDefault: string;
      readonly edited: string;
    };
    readonly matches: (values: { readonly n: number }) => string;
    readonly shown: (values: {
      readonly isAll: boolean;
      readonly all: number;
      readonly shown: number;
    }) => string;
    readonly noMatch: string;
    readonly clearAll: string;
    readonly none: string;
    readonly rowName: (values: {
      readonly adapter: string | number;
      readonly family: string | number;
    }) => string;
    readonly rowGone: (values: {
      readonly adapter: string | number;
      readonly family: string | number;
    }) => string;
    readonly valuesChanged: (values: {
      readonly n: number;
      readonly adapter: string | number;
    }) => string;
    readonly valuesChangedOnMany: (values: {
      readonly n: number;
      readonly adapters: number;
    }) => string;
    readonly columnNames: {
      readonly adapter: string;
      readonly family: string;
      readonly traffic: string;
      readonly metric: string;
      readonly changes: string;
      readonly state: string;
      readonly mtu: string;
      readonly addresses: string;
    };
    readonly traffic: {
      readonly 'in-use': string;
      readonly on: string;
      readonly off: string;
      readonly none: string;
    };
    readonly trafficOverridden: string;
    readonly unlimitedMtu: string;
    readonly automaticMetric: (values: { readonly metric: string | number }) => string;
    readonly states: {
      readonly connected: string;
      readonly disconnected: string;
      readonly disabled: string;
    };
    readonly edited: string;
    readonly editedCount: (values: { readonly n: number }) => string;
    readonly appliedCount: (values: { readonly n: number }) => string;
    readonly notDefault: string;
    readonly notDefaultCount: (values: { readonly n: number }) => string;
    readonly kinds: {
      readonly ethernet: string;
      readonly 'wi-fi': string;
      readonly vpn: string;
      readonly mobile: string;
      readonly translator: string;
      readonly 'virtual-switch': string;
      readonly loopback: string;
      readonly other: string;
    };
    readonly namesake: (values: {
      readonly alias: string | number;
      readonly description: string | number;
    }) => string;
    readonly unnamed: (values: { readonly description: string | number }) => string;
    readonly unknownAdapter: (values: { readonly luid: string | number }) => string;
  };
  readonly details: {
    readonly region: (values: {
      readonly adapter: string | number;
      readonly family: string | number;
    }) => string;
    readonly familyTabs: string;
    readonly managedBy: (values: { readonly manager: string | number }) => string;
    readonly close: string;
    readonly filter: string;
    readonly noField: string;
    readonly clearFilter: string;
    readonly unbound: (values: { readonly family: string | number }) => string;
    readonly locked: string;
    readonly range: (values: {
      readonly min: string | number;
      readonly max: string | number;
    }) => string;
    readonly defaultValue: (values: { readonly value: string | number }) => string;
    readonly toDefault: (values: { readonly label: string | number }) => string;
    readonly toDefaultFromLasting: (values: { readonly label: string | number }) => string;
    readonly now: (values: { readonly value: string | number }) => string;
    readonly discard: (values: { readonly label: string | number }) => string;
    readonly otherNames: string;
    readonly otherNamesOf: (values: { readonly label: string | number }) => string;
    readonly nameKinds: {
      readonly api: string;
      readonly powershell: string;
      readonly netsh: string;
      readonly linux: string;
    };
    readonly on: string;
    readonly off: string;
    readonly metricMode: string;
    readonly automatic: string;
    readonly fixed: string;
    readonly fixedMetric: string;
    readonly metricNow: string;
    readonly unavailable: {
      readonly key: string;
      readonly reserved: string;
      readonly status: string;
      readonly 'not-in-family': string;
      readonly 'not-available-on-linux': string;
    };
    readonly notAvailableHere: string;
    readonly overridden: string;
    readonly changedOutside: (values: {
      readonly field: string | number;
      readonly live: string | number;
      readonly before: string | number;
      readonly draft: string | number;
    }) => string;
    readonly keepEdit: string;
    readonly useLive: (values: { readonly live: string | number }) => string;
    readonly alreadySo: string;
  };
  readonly problems: {
    readonly empty: string;
    readonly wholeNumber: string;
    readonly range: (values: {
      readonly min: string | number;
      readonly max: string | number;
    }) => string;
    readonly choice: (values: { readonly choices: string | number }) => string;
  };
  readonly refusals: {
    readonly malformedPlan: string;
    readonly hashMismatch: string;
    readonly tooManyOperations: string;
    readonly duplicateOperation: string;
    readonly footprintTooLarge: string;
    readonly malformedFootprint: string;
    readonly deadlineOutOfRange: string;
    readonly unknownField: string;
    readonly readOnlyField: string;
    readonly unknownFamily: string;
    readonly fieldNotInFamily: string;
    readonly outOfRange: string;
    readonly unknownInterface: string;
    readonly familyNotPresent: string;
    readonly notAvailable: string;
    readonly loopbackReadOnly: string;
    readonly noDefaultRoute: string;
    readonly multipathDefaultRoute: string;
    readonly nexthopObjectDefaultRoute: string;
    readonly defaultRouteInOtherTable: string;
    readonly mtuBelowIpv6Minimum: string;
    readonly mtuAboveLinkMtu: string;
    readonly noForceForwarding: string;
    readonly oneWay: string;
    readonly interfaceReplaced: string;
    readonly cannotRestore: string;
    readonly gatewayElsewhere: string;
    readonly sourceLimitedDefaultRoute: string;
    readonly lastingChanged: string;
    readonly lastingUnavailable: string;
    readonly tooManyLasting: string;
    readonly lastingValueNotThere: string;
    readonly platformError: string;
  };
  readonly edits: {
    readonly region: string;
    readonly applied: string;
    readonly discardAll: string;
    readonly review: string;
    readonly list: string;
    readonly listButton: (values: { readonly summary: string | number }) => string;
    readonly discard: string;
    readonly discardNamed: (values: {
      readonly field: string | number;
      readonly adapter: string | number;
      readonly family: string | number;
    }) => string;
    readonly fromTo: (values: {
      readonly from: string | number;
      readonly to: string | number;
    }) => string;
    readonly blocked: (values: {
      readonly field: string | number;
      readonly adapter: string | number;
      readonly family: string | number;
    }) => string;
    readonly nothingToApply: string;
    readonly discarded: (values: { readonly field: string | number }) => string;
    readonly allDiscarded: string;
    readonly gone: (values: {
      readonly adapter: string | number;
      readonly family: string | number;
    }) => string;
    readonly status: {
      readonly 'changed-outside': string;
      readonly 'already-so': string;
      readonly gone: string;
      readonly 'no-value': string;
    };
    readonly emptyDraft: string;
    readonly notRestored: string;
    readonly notStored: string;
  };
  readonly review: {
    readonly title: string;
    readonly named: (values: {
      readonly question: string | number;
      readonly title: string | number;
    }) => string;
    readonly table: string;
    readonly columns: {
      readonly interface: string;
      readonly field: string;
      readonly now: string;
      readonly next: string;
    };
    readonly moreChanges: (values: { readonly n: string | number }) => string;
    readonly deadlineLabel: string;
    readonly deadline: (values: { readonly minutes: number }) => string;
    readonly deadlineHelp: string;
    readonly consent: (values: { readonly system: string | number }) => string;
    readonly password: (values: { readonly system: string | number }) => string;
    readonly noAdministrator: string;
    readonly apply: string;
    readonly planCode: (values: { readonly code: string | number }) => string;
    readonly cautions: string;
    readonly caution: (values: {
      readonly field: string | number;
      readonly sentence: string | number;
    }) => string;
    readonly leftOut: (values: { readonly n: number }) => string;
  };
  readonly phases: {
    readonly 'waiting-for-permission': string;
    readonly checking: string;
    readonly applying: string;
    readonly stopWaiting: string;
    readonly stopping: string;
    readonly since: (values: { readonly seconds: number }) => string;
    readonly notResponding: (values: { readonly time: string | number }) => string;
    readonly silent: string;
    readonly notRespondingYet: string;
    readonly permissionHelp: string;
    readonly starting: string;
  };
  readonly countdown: {
    readonly title: string;
    readonly keepThis: (values: { readonly title: string | number }) => string;
    readonly text: string;
    readonly timeLeft: string;
    readonly keep: string;
    readonly revert: string;
    readonly reverting: string;
    readonly keeping: string;
    readonly applied: (values: { readonly deadline: string | number }) => string;
    readonly secondsLeft: (values: { readonly seconds: string | number }) => string;
    readonly lost: (values: {
      readonly place: string | number;
      readonly now: string | number;
      readonly wanted: string | number;
      readonly others: number;
    }) => string;
    readonly gone: (values: { readonly place: string | number; readonly others: number }) => string;
    readonly textRestored: string;
  };
  readonly closing: {
    readonly title: string;
    readonly text: string;
    readonly keep: string;
    readonly revert: string;
    readonly textRestored: string;
    readonly goBack: string;
  };
  readonly results: {
    readonly nothingChanged: string;
    readonly tooLate: string;
    readonly reviewAgain: string;
    readonly stale: (values: {
      readonly field: string | number;
      readonly adapter: string | number;
      readonly family: string | number;
      readonly before: string | number;
      readonly live: string | number;
    }) => string;
    readonly staleAround: (values: {
      readonly field: string | number;
      readonly adapter: string | number;
      readonly family: string | number;
    }) => string;
    readonly refused: (values: {
      readonly field: string | number;
      readonly adapter: string | number;
      readonly family: string | number;
      readonly reason: string | number;
    }) => string;
    readonly kept: {
      readonly linux: (values: { readonly n: number; readonly adapter: string | number }) => string;
      readonly windows: (values: {
        readonly n: number;
        readonly adapter: string | number;
      }) => string;
    };
    readonly keptDefault: string;
    readonly restored: string;
    readonly reverted: string;
    readonly revertedByDeadline: string;
    readonly incompleteTitle: string;
    readonly incomplete: (values: { readonly n: number }) => string;
    readonly helperStopped: string;
    readonly helperDidNotFinish: string;
    readonly nothingLeft: string;
    readonly show: string;
    readonly showInHistory: string;
    readonly rolledBack: string;
    readonly outcomes: {
      readonly applied: string;
      readonly 'not-applied': string;
      readonly failed: string;
      readonly restored: string;
      readonly foreign: string;
      readonly gone: string;
      readonly 'restore-failed': string;
    };
    readonly launch: {
      readonly declined: string;
      readonly 'not-authorised': string;
      readonly 'helper-missing': string;
      readonly policy: string;
      readonly 'other-build': string;
      readonly 'not-privileged': string;
      readonly busy: string;
      readonly 'stopped-waiting': string;
      readonly 'journal-unusable': string;
      readonly 'channel-taken': string;
      readonly 'helper-failed': string;
    };
  };
  readonly interrupted: {
    readonly begin: string;
    readonly reverted: (values: { readonly time: string | number }) => string;
    readonly stillChanged: (values: { readonly n: number }) => string;
    readonly review: string;
  };
  readonly errors: {
    readonly codes: {
      readonly platform: string;
      readonly 'invalid-request': string;
      readonly 'forbidden-sender': string;
      readonly busy: string;
      readonly declined: string;
      readonly 'too-soon': string;
      readonly 'dialog-open': string;
      readonly 'read-only': string;
      readonly 'addon-missing': string;
      readonly 'not-found': string;
      readonly 'timed-out': string;
      readonly offline: string;
      readonly journal: string;
      readonly changed: string;
      readonly 'journal-unread': string;
      readonly lasting: string;
      readonly file: string;
      readonly internal: string;
    };
    readonly platform: (values: {
      readonly name: string | number;
      readonly number: string | number;
      readonly call: string | number;
    }) => string;
    readonly forbidden: string;
    readonly sendDetails: string;
    readonly pageCrashed: string;
  };
  readonly titleBar: {
    readonly menu: string;
    readonly menuAndKeys: string;
  };
  readonly shortcuts: {
    readonly title: string;
    readonly list: {
      readonly regions: {
        readonly keys: string;
        readonly does: string;
      };
      readonly menuBar: {
        readonly keys: string;
        readonly does: string;
      };
      readonly question: {
        readonly keys: string;
        readonly does: string;
      };
      readonly search: {
        readonly keys: string;
        readonly does: string;
      };
      readonly review: {
        readonly keys: string;
        readonly does: string;
      };
      readonly refresh: {
        readonly keys: string;
        readonly does: string;
      };
      readonly discard: {
        readonly keys: string;
        readonly does: string;
      };
      readonly move: {
        readonly keys: string;
        readonly does: string;
      };
      readonly open: {
        readonly keys: string;
        readonly does: string;
      };
      readonly select: {
        readonly keys: string;
        readonly does: string;
      };
      readonly copy: {
        readonly keys: string;
        readonly does: string;
      };
      readonly menu: {
        readonly keys: string;
        readonly does: string;
      };
      readonly close: {
        readonly keys: string;
        readonly does: string;
      };
      readonly zoom: {
        readonly keys: string;
        readonly does: string;
      };
      readonly summary: {
        readonly keys: string;
        readonly does: string;
      };
      readonly shortcuts: {
        readonly keys: string;
        readonly does: string;
      };
    };
  };
  readonly lists: {
    readonly andMore: (values: { readonly names: string | number; readonly n: number }) => string;
    readonly andManyMore: (values: { readonly names: string | number }) => string;
  };
  readonly units: {
    readonly ms: {
      readonly name: string;
      readonly amount: (values: { readonly value: string | number }) => string;
    };
    readonly bytes: {
      readonly name: string;
      readonly amount: (values: { readonly value: string | number }) => string;
    };
    readonly bits: {
      readonly name: string;
      readonly amount: (values: { readonly value: string | number }) => string;
    };
    readonly probes: {
      readonly name: string;
      readonly amount: (values: { readonly value: string | number }) => string;
    };
  };
  readonly fieldGroups: {
    readonly routing: string;
    readonly mtu: string;
    readonly 'router-discovery': string;
    readonly neighbours: string;
    readonly 'router-advertising': string;
    readonly status: string;
    readonly identity: string;
  };
  readonly fields: {
    readonly Family: {
      readonly label: string;
      readonly description: string;
    };
    readonly InterfaceLuid: {
      readonly label: string;
      readonly description: string;
    };
    readonly InterfaceIndex: {
      readonly label: string;
      readonly description: string;
    };
    readonly MaxReassemblySize: {
      readonly label: string;
      readonly description: string;
    };
    readonly InterfaceIdentifier: {
      readonly label: string;
      readonly description: string;
    };
    readonly MinRouterAdvertisementInterval: {
      readonly label: string;
      readonly description: string;
    };
    readonly MaxRouterAdvertisementInterval: {
      readonly label: string;
      readonly description: string;
    };
    readonly AdvertisingEnabled: {
      readonly label: string;
      readonly description: string;
      readonly caution: string;
    };
    readonly ForwardingEnabled: {
      readonly label: string;
      readonly description: string;
      readonly caution: string;
      readonly linuxNotes: {
        readonly IPv6: (values: { readonly name: string | number }) => string;
      };
    };
    readonly WeakHostSend: {
      readonly label: string;
      readonly description: string;
      readonly caution: string;
      readonly linuxNotes: {
        readonly IPv4: string;
        readonly IPv6: string;
      };
    };
    readonly WeakHostReceive: {
      readonly label: string;
      readonly description: string;
      readonly caution: string;
      readonly linuxNotes: {
        readonly IPv4: string;
        readonly IPv6: string;
      };
    };
    readonly UseAutomaticMetric: {
      readonly label: string;
      readonly description: string;
    };
    readonly UseNeighborUnreachabilityDetection: {
      readonly label: string;
      readonly description: string;
      readonly caution: string;
    };
    readonly ManagedAddressConfigurationSupported: {
      readonly label: string;
      readonly description: string;
      readonly caution: string;
      readonly linuxNotes: {
        readonly IPv6: string;
      };
    };
    readonly OtherStatefulConfigurationSupported: {
      readonly label: string;
      readonly description: string;
      readonly caution: string;
      readonly linuxNotes: {
        readonly IPv6: string;
      };
    };
    readonly AdvertiseDefaultRoute: {
      readonly label: string;
      readonly description: string;
      readonly caution: string;
    };
    readonly RouterDiscoveryBehavior: {
      readonly label: string;
      readonly description: string;
      readonly caution: string;
      readonly choices: {
        readonly RouterDiscoveryDisabled: string;
        readonly RouterDiscoveryEnabled: string;
        readonly RouterDiscoveryDhcp: string;
      };
    };
    readonly DadTransmits: {
      readonly label: string;
      readonly description: string;
      readonly caution: string;
    };
    readonly BaseReachableTime: {
      readonly label: string;
      readonly description: string;
    };
    readonly RetransmitTime: {
      readonly label: string;
      readonly description: string;
    };
    readonly PathMtuDiscoveryTimeout: {
      readonly label: string;
      readonly description: string;
    };
    readonly LinkLocalAddressBehavior: {
      readonly label: string;
      readonly description: string;
      readonly caution: string;
      readonly choices: {
        readonly LinkLocalAlwaysOff: string;
        readonly LinkLocalDelayed: string;
        readonly LinkLocalAlwaysOn: string;
      };
      readonly linuxNotes: {
        readonly IPv6: string;
      };
    };
    readonly LinkLocalAddressTimeout: {
      readonly label: string;
      readonly description: string;
    };
    readonly ZoneIndices: {
      readonly label: string;
      readonly description: string;
    };
    readonly SitePrefixLength: {
      readonly label: string;
      readonly description: string;
    };
    readonly Metric: {
      readonly label: string;
      readonly description: string;
      readonly caution: string;
    };
    readonly NlMtu: {
      readonly label: string;
      readonly description: string;
      readonly caution: string;
      readonly linuxNotes: {
        readonly IPv4: string;
        readonly IPv6: string;
      };
    };
    readonly Connected: {
      readonly label: string;
      readonly description: string;
    };
    readonly SupportsWakeUpPatterns: {
      readonly label: string;
      readonly description: string;
    };
    readonly SupportsNeighborDiscovery: {
      readonly label: string;
      readonly description: string;
    };
    readonly SupportsRouterDiscovery: {
      readonly label: string;
      readonly description: string;
    };
    readonly ReachableTime: {
      readonly label: string;
      readonly description: string;
    };
    readonly TransmitOffload: {
      readonly label: string;
      readonly description: string;
    };
    readonly ReceiveOffload: {
      readonly label: string;
      readonly description: string;
    };
    readonly DisableDefaultRoutes: {
      readonly label: string;
      readonly description: string;
      readonly caution: string;
    };
  };
  readonly menu: {
    readonly file: string;
    readonly view: string;
    readonly help: string;
    readonly zoomIn: string;
    readonly zoomOut: string;
    readonly actualSize: string;
    readonly shortcuts: string;
    readonly helpAndSupport: string;
    readonly about: string;
    readonly copySummary: string;
    readonly saveReport: string;
    readonly openFile: string;
    readonly quit: string;
  };
  readonly tray: {
    readonly open: string;
    readonly quit: string;
    readonly traffic: {
      readonly title: string;
      readonly through: (values: {
        readonly family: string | number;
        readonly adapters: string | number;
      }) => string;
      readonly nowhere: (values: { readonly family: string | number }) => string;
      readonly droppedByRule: (values: { readonly family: string | number }) => string;
      readonly droppedByRoute: (values: { readonly family: string | number }) => string;
    };
  };
  readonly outside: {
    readonly question: (values: { readonly time: string | number }) => string;
    readonly keep: string;
    readonly kept: string;
    readonly keptUnwritten: string;
    readonly tooLate: string;
    readonly reverted: string;
    readonly revertedByDeadline: string;
    readonly incomplete: string;
    readonly lostTitle: (values: { readonly adapters: string | number }) => string;
    readonly lostText: string;
    readonly adapter: (values: { readonly luid: string | number }) => string;
    readonly questionRestored: (values: {
      readonly question: string | number;
      readonly time: string | number;
    }) => string;
  };
  readonly questions: {
    readonly cancel: string;
    readonly unasked: string;
    readonly apply: {
      readonly detail: string;
      readonly yes: string;
      readonly fieldsOf: (values: {
        readonly adapter: string | number;
        readonly fields: string | number;
      }) => string;
      readonly fieldOn: (values: { readonly n: number; readonly field: string | number }) => string;
      readonly lastingMade: (values: { readonly n: number }) => string;
      readonly lastingStopped: (values: { readonly n: number }) => string;
    };
    readonly start: {
      readonly message: string;
      readonly yes: string;
    };
    readonly restore: {
      readonly yes: string;
    };
    readonly makeLast: {
      readonly message: (values: { readonly n: number }) => string;
      readonly yes: string;
    };
    readonly stopLasting: {
      readonly message: (values: { readonly n: number }) => string;
      readonly detail: string;
      readonly yes: string;
    };
    readonly keep: {
      readonly message: string;
      readonly detail: string;
      readonly yes: string;
    };
    readonly lookUp: {
      readonly message: string;
      readonly detail: (values: { readonly name: string | number }) => string;
      readonly yes: string;
    };
    readonly copy: {
      readonly message: string;
      readonly yes: string;
    };
    readonly signIn: {
      readonly message: string;
      readonly yes: string;
    };
    readonly noSignIn: {
      readonly message: string;
      readonly yes: string;
    };
    readonly stoppedWindow: {
      readonly message: string;
      readonly detail: string;
      readonly loadAgain: string;
      readonly close: string;
    };
    readonly asksItself: string;
  };
  readonly files: {
    readonly json: string;
    readonly html: string;
    readonly edits: string;
    readonly openable: string;
    readonly all: string;
    readonly report: (values: { readonly computer: string | number }) => string;
    readonly maskedReport: string;
    readonly savedSet: (values: { readonly computer: string | number }) => string;
  };
  readonly desktopEntry: {
    readonly comment: string;
  };
  readonly report: {
    readonly title: string;
    readonly head: (values: {
      readonly computer: string | number;
      readonly time: string | number;
    }) => string;
    readonly about: {
      readonly everything: (values: {
        readonly version: string | number;
        readonly stack: string | number;
      }) => string;
      readonly selection: (values: {
        readonly version: string | number;
        readonly stack: string | number;
      }) => string;
    };
    readonly masked: string;
    readonly utc: (values: { readonly time: string | number }) => string;
    readonly contents: string;
    readonly notAvailable: string;
    readonly notReported: string;
    readonly sections: {
      readonly traffic: string;
      readonly notDefault: string;
      readonly changes: string;
      readonly adapters: string;
      readonly interfaces: string;
      readonly routes4: string;
      readonly routes6: string;
      readonly dns: string;
      readonly names: string;
      readonly log: string;
    };
    readonly traffic: {
      readonly dropped: (values: { readonly family: string | number }) => string;
      readonly nowhere: (values: { readonly family: string | number }) => string;
      readonly leaves: (values: {
        readonly family: string | number;
        readonly adapters: string | number;
      }) => string;
      readonly leavesByMetric: (values: {
        readonly family: string | number;
        readonly adapters: string | number;
        readonly metric: string | number;
      }) => string;
      readonly leavesByWideRoutes: (values: {
        readonly family: string | number;
        readonly adapters: string | number;
      }) => string;
      readonly leavesByRules: (values: {
        readonly family: string | number;
        readonly adapters: string | number;
      }) => string;
      readonly divided: string;
    };
    readonly log: (values: { readonly n: number }) => string;
    readonly allDefault: string;
    readonly journalUnread: string;
    readonly noChange: string;
    readonly noAddress: string;
    readonly states: Readonly<Record<number, string>>;
    readonly results: {
      readonly 'under-way': string;
      readonly kept: string;
      readonly restored: string;
      readonly 'partly-restored': string;
      readonly 'reverted-by-user': string;
      readonly 'reverted-by-deadline': string;
      readonly 'reverted-app-stopped': string;
      readonly 'reverted-helper-stopped': string;
      readonly 'nothing-changed': string;
      readonly incomplete: string;
    };
    readonly columns: {
      readonly interface: string;
      readonly field: string;
      readonly value: string;
      readonly default: string;
      readonly when: string;
      readonly change: string;
      readonly values: string;
      readonly result: string;
      readonly name: string;
      readonly description: string;
      readonly state: string;
      readonly hardwareAddress: string;
      readonly guid: string;
      readonly index: string;
      readonly luid: string;
      readonly addresses: string;
      readonly apiMember: string;
      readonly destination: string;
      readonly gateway: string;
      readonly metric: string;
      readonly table: string;
      readonly address: string;
      readonly adapter: string;
    };
  };
  readonly terminal: {
    readonly help: {
      readonly usage: (values: { readonly usage: string | number }) => string;
      readonly about: string;
      readonly commands: string;
      readonly options: string;
      readonly optionsOfAll: string;
      readonly examples: string;
      readonly exitCodes: string;
      readonly more: string;
      readonly whatThereIs: string;
    };
    readonly commands: {
      readonly list: {
        readonly summary: string;
        readonly text: string;
      };
      readonly show: {
        readonly summary: string;
        readonly text: string;
      };
      readonly routes: {
        readonly summary: string;
        readonly text: string;
      };
      readonly why: {
        readonly summary: string;
        readonly text: string;
      };
      readonly set: {
        readonly summary: string;
        readonly text: string;
      };
      readonly preset: {
        readonly summary: string;
        readonly text: string;
      };
      readonly apply: {
        readonly summary: string;
        readonly text: string;
      };
      readonly lasting: {
        readonly summary: string;
        readonly text: string;
      };
      readonly history: {
        readonly summary: string;
        readonly text: string;
      };
      readonly restore: {
        readonly summary: string;
        readonly text: string;
      };
      readonly report: {
        readonly summary: string;
        readonly text: string;
      };
      readonly completion: {
        readonly summary: string;
        readonly text: string;
      };
    };
    readonly countdown: string;
    readonly options: {
      readonly json: string;
      readonly help: string;
      readonly 'user-data-dir': string;
      readonly demo: string;
      readonly 'simulated-state': string;
      readonly 'trust-this-folder': string;
      readonly 'dry-run': string;
      readonly keep: string;
      readonly 'even-if-dangerous': string;
      readonly deadline: (values: { readonly deadlines: string | number }) => string;
      readonly always: string;
      readonly vpn: string;
      readonly all: string;
      readonly count: string;
      readonly html: string;
      readonly masked: string;
    };
    readonly exitCodes: {
      readonly done: string;
      readonly failed: string;
      readonly usage: string;
      readonly unchanged: string;
      readonly reverted: string;
      readonly incomplete: string;
    };
    readonly usage: {
      readonly noCommand: (values: { readonly name: string | number }) => string;
      readonly severalAdapters: (values: { readonly name: string | number }) => string;
      readonly noAdapter: (values: {
        readonly name: string | number;
        readonly known: string | number;
      }) => string;
      readonly noFamily: (values: {
        readonly name: string | number;
        readonly known: string | number;
      }) => string;
      readonly readOnlyField: (values: { readonly field: string | number }) => string;
      readonly noField: (values: {
        readonly name: string | number;
        readonly known: string | number;
      }) => string;
      readonly twice: (values: {
        readonly field: string | number;
        readonly family: string | number;
      }) => string;
      readonly noPreset: (values: {
        readonly name: string | number;
        readonly known: string | number;
      }) => string;
      readonly noVpn: (values: { readonly name: string | number }) => string;
      readonly deadline: (values: { readonly known: string | number }) => string;
      readonly count: string;
      readonly masked: string;
      readonly shell: (values: {
        readonly name: string | number;
        readonly known: string | number;
      }) => string;
      readonly trustThisFolder: string;
      readonly simulatedState: string;
      readonly at: (values: {
        readonly place: string | number;
        readonly problem: string | number;
      }) => string;
      readonly noTransaction: (values: { readonly name: string | number }) => string;
      readonly severalTransactions: (values: { readonly name: string | number }) => string;
    };
    readonly yesOrNo: (values: { readonly question: string | number }) => string;
    readonly yes: string;
    readonly yesInFull: string;
    readonly review: {
      readonly danger: (values: { readonly text: string | number }) => string;
      readonly note: (values: { readonly text: string | number }) => string;
      readonly dangerUnseen: string;
      readonly always: (values: { readonly yes: string | number }) => string;
      readonly soAlready: string;
      readonly applied: (values: { readonly n: number }) => string;
      readonly keepOrRevert: string;
      readonly secondsLeft: (values: { readonly n: number }) => string;
      readonly incomplete: string;
    };
    readonly show: {
      readonly adapter: string;
      readonly kind: string;
      readonly description: string;
      readonly hardwareAddress: string;
      readonly identifiers: string;
      readonly addresses: string;
      readonly dnsServers: string;
      readonly value: string;
      readonly canBeSet: string;
      readonly yes: string;
    };
    readonly report: {
      readonly head: (values: {
        readonly version: string | number;
        readonly computer: string | number;
        readonly time: string | number;
      }) => string;
      readonly traffic: string;
      readonly lasting: string;
      readonly changes: string;
      readonly interfaces: string;
      readonly routes: string;
    };
    readonly restoring: {
      readonly notFromHere: (values: { readonly why: string | number }) => string;
      readonly noJournal: (values: { readonly folder: string | number }) => string;
      readonly nothingOpen: string;
      readonly journal: (values: { readonly folder: string | number }) => string;
      readonly ofAnother: (values: {
        readonly account: string | number;
        readonly me: string | number;
      }) => string;
      readonly keep: (values: { readonly n: number }) => string;
      readonly transaction: (values: { readonly facts: string | number }) => string;
      readonly ended: (values: { readonly facts: string | number }) => string;
      readonly by: (values: { readonly account: string | number }) => string;
      readonly planCode: (values: { readonly code: string | number }) => string;
      readonly gone: string;
      readonly unread: string;
      readonly stillAsSet: (values: { readonly value: string | number }) => string;
      readonly operation: (values: {
        readonly place: string | number;
        readonly from: string | number;
        readonly to: string | number;
        readonly now: string | number;
      }) => string;
      readonly place: (values: {
        readonly adapter: string | number;
        readonly family: string | number;
        readonly field: string | number;
      }) => string;
      readonly setAgain: (values: { readonly value: string | number }) => string;
      readonly setAgainNoLonger: string;
      readonly lasting: (values: {
        readonly place: string | number;
        readonly from: string | number;
        readonly to: string | number;
        readonly now: string | number;
      }) => string;
      readonly stillSo: string;
      readonly notSo: string;
      readonly restore: (values: { readonly n: number }) => string;
      readonly restoreToo: (values: { readonly n: number }) => string;
      readonly restoreLasting: string;
      readonly dismissSo: string;
      readonly dismissNotSo: string;
      readonly done: string;
      readonly doneButLasting: (values: { readonly why: string | number }) => string;
      readonly reverted: string;
      readonly rolledBack: (values: { readonly why: string | number }) => string;
      readonly runAgain: string;
      readonly refused: string;
      readonly notLaunched: (values: {
        readonly failure: string | number;
        readonly why: string | number;
      }) => string;
      readonly incomplete: string;
      readonly nothingLeft: string;
    };
    readonly lasting: {
      readonly notInstalled: string;
      readonly unavailable: (values: { readonly why: string | number }) => string;
      readonly damaged: string;
      readonly none: string;
      readonly nothing: string;
      readonly notFromHere: (values: { readonly why: string | number }) => string;
      readonly noHistory: (values: { readonly folder: string | number }) => string;
      readonly heading: string;
      readonly setting: (values: {
        readonly place: string | number;
        readonly value: string | number;
        readonly time: string | number;
      }) => string;
      readonly settingBy: (values: {
        readonly place: string | number;
        readonly value: string | number;
        readonly time: string | number;
        readonly account: string | number;
      }) => string;
      readonly stop: (values: { readonly n: number }) => string;
      readonly stopped: string;
      readonly notStopped: (values: { readonly why: string | number }) => string;
      readonly notLaunched: (values: {
        readonly failure: string | number;
        readonly why: string | number;
      }) => string;
      readonly refused: string;
      readonly notKnown: string;
    };
    readonly paths: {
      readonly direct: (values: {
        readonly adapter: string | number;
        readonly route: string | number;
        readonly metric: string | number;
      }) => string;
      readonly directFrom: (values: {
        readonly adapter: string | number;
        readonly route: string | number;
        readonly metric: string | number;
        readonly source: string | number;
      }) => string;
      readonly gateway: (values: {
        readonly adapter: string | number;
        readonly gateway: string | number;
        readonly route: string | number;
        readonly metric: string | number;
      }) => string;
      readonly gatewayFrom: (values: {
        readonly adapter: string | number;
        readonly gateway: string | number;
        readonly route: string | number;
        readonly metric: string | number;
        readonly source: string | number;
      }) => string;
      readonly notConnected: (values: { readonly adapter: string | number }) => string;
      readonly tie: (values: {
        readonly adapters: string | number;
        readonly metric: string | number;
      }) => string;
      readonly own: string;
      readonly noRoute: string;
      readonly rule: (values: { readonly reason: string | number }) => string;
      readonly route: (values: {
        readonly prefix: string | number;
        readonly reason: string | number;
      }) => string;
    };
    readonly split: {
      readonly same: string;
      readonly through: (values: { readonly adapters: string | number }) => string;
      readonly own: string;
      readonly nowhere: string;
    };
    readonly noVpn: string;
  };
  readonly commands: {
    readonly asAdministrator: string;
    readonly asRoot: string;
    readonly toLast: string;
    readonly setting: (values: {
      readonly field: string | number;
      readonly adapter: string | number;
      readonly family: string | number;
    }) => string;
    readonly noCommand: (values: { readonly field: string | number }) => string;
    readonly noCmdlet: (values: {
      readonly field: string | number;
      readonly adapter: string | number;
      readonly family: string | number;
    }) => string;
    readonly called: (values: { readonly adapter: string | number }) => string;
    readonly gone: (values: { readonly luid: string | number }) => string;
    readonly superfluous: string;
  };
  readonly packages: {
    readonly installer: {
      readonly appOpen: string;
      readonly takingBack: string;
      readonly keeperNotEnded: string;
      readonly keeperNotInstalled: string;
      readonly keeperDescription: string;
      readonly forget: string;
      readonly forgetDetail: string;
    };
    readonly desktop: {
      readonly comment: string;
      readonly splitTunnelling: string;
      readonly route: string;
      readonly metric: string;
      readonly fileType: string;
      readonly summary: string;
      readonly whatItDoes: string;
      readonly howSafe: string;
      readonly permission: string;
      readonly permissionRequest: string;
    };
  };
}

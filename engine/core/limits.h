// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>

/// Every queue, buffer, timeout and list of the engine has its bound here, so that the memory and
/// the patience of the process can be read off one page. A test reaches each.
namespace lanyard::limits {

using namespace std::chrono_literals;

// What a client may send.
inline constexpr std::size_t headerBytesMax = 16 * 1024; ///< request line and fields; beyond: 431
inline constexpr std::size_t requestTargetBytesMax = 8 * 1024; ///< beyond: 414
inline constexpr std::size_t headerFieldsMax = 100;            ///< beyond: 431
inline constexpr std::size_t clientAcceptBytesMax = 4 * 1024;  ///< of Accept, sent on to upstreams
inline constexpr std::size_t drainedBodyBytesMax = 64 * 1024;  ///< a larger request body: 413
inline constexpr int connectionsMax = 10'000;                  ///< beyond: 503
inline constexpr int excessConnectionsMax = 128;       ///< that are told 503; beyond these: closed
inline constexpr int connectionsPerAddressMax = 1'000; ///< beyond: 503
/// Of a /64 of IPv6: one client may have all its addresses (RFC 4291 §2.5.4), or a whole network
/// one each. Half of all.
inline constexpr int connectionsPerNetworkMax = connectionsMax / 2;
inline constexpr int excessPerAddressMax = 16; ///< that are told 503; beyond these: closed
inline constexpr int listenBacklog = 1'024;
inline constexpr int acceptsPerTurn = 64;                  ///< then the connections have their turn
inline constexpr std::size_t lingerBytesMax = 1024 * 1024; ///< thrown away after the last answer
inline constexpr std::size_t readyEventsPerTurn = 256;     ///< then the event loop has its turn

// How long a client may take.
inline constexpr std::chrono::milliseconds idleTimeout = 120s;   ///< between requests: closed
inline constexpr std::chrono::milliseconds requestTimeout = 20s; ///< for a whole header: 408
inline constexpr std::chrono::milliseconds writeTimeout = 60s;   ///< without taking a byte: closed
inline constexpr std::chrono::milliseconds lingerTimeout =
    2s; ///< for unread bytes after the last answer
inline constexpr std::chrono::milliseconds drainTimeout = 30s; ///< for running transfers at a stop

// How long a client may have to wait.
inline constexpr std::chrono::milliseconds answerTimeout =
    28s; ///< without a byte that could be sent: 504, or cut in the middle of a body

// The access log.
inline constexpr std::chrono::milliseconds accessLogFlushInterval = 100ms;
inline constexpr std::chrono::milliseconds accessLogDrainTimeout =
    2s; ///< for its reader, at a stop

inline constexpr std::chrono::milliseconds deadlineCheckPeriodMin = 10ms;
inline constexpr std::chrono::milliseconds deadlineCheckPeriodMax = 1s;
inline constexpr std::chrono::milliseconds acceptRetryDelay = 100ms; ///< after a failed accept(2)
inline constexpr std::chrono::seconds exhaustionReportInterval = 60s;

// How a body goes out.
inline constexpr std::size_t sendChunkBytes = 1024 * 1024; ///< one sendfile(2) call
inline constexpr std::size_t sendTurnBytes =
    4 * 1024 * 1024; ///< then other connections get their turn

inline constexpr std::size_t tlsBufferBytes =
    64 * 1024; ///< of a thread: read from a file, then encrypted in records of 16 KiB

inline constexpr std::chrono::milliseconds tlsCheckInterval = 2s; ///< of certificate files
inline constexpr std::int64_t pemBytesMax = 1024 * 1024;          ///< of one
inline constexpr std::chrono::hours certificateEndNotice{7 * 24};
inline constexpr std::chrono::milliseconds listenRetryDelay = 1s; ///< of an address that was taken;
inline constexpr std::chrono::milliseconds listenRetryDelayMax = 30s; ///< each is twice as late
inline constexpr std::chrono::milliseconds configCheckInterval = 1s;  ///< whether it has changed

// Certificates of Lanyard's own authority.
inline constexpr std::chrono::hours localCaLifetime{24 * 3'650};
inline constexpr std::chrono::hours localCertificateLifetime{24 * 90}; ///< renewed at two thirds
inline constexpr std::chrono::milliseconds localNamesInterval = 30s; ///< between looks at addresses
inline constexpr std::size_t certificateNamesMax = 100;

// Certificates by ACME.
inline constexpr std::chrono::minutes acmeOrderPause{60};  ///< at least, from an order to the next
inline constexpr std::chrono::hours acmeOrderPauseMax{24}; ///< each failure doubles it, until so
inline constexpr std::chrono::milliseconds acmeOrderTimeout{15 * 60'000}; ///< then it is ended
inline constexpr std::chrono::milliseconds acmeVersionTimeout = 10s;
inline constexpr std::chrono::milliseconds acmeCheckInterval = 60s; ///< whether one is due
inline constexpr std::int64_t acmeOutputBytesMax = 256 * 1024;      ///< of lego, kept for its words
inline constexpr std::size_t acmeSettingsMax = 100;
inline constexpr std::size_t challengeRelaysMax = 16; ///< at once; beyond: closed
inline constexpr std::chrono::milliseconds challengeRelayTimeout = 30s;

// Whether the disk can be used.
inline constexpr std::chrono::milliseconds healthAnswerTimeout = 5s; ///< then a look has failed
inline constexpr std::chrono::milliseconds healthIntervalMin = 100ms;
inline constexpr int healthThresholdMax = 1'000;

// What an upstream may do.
inline constexpr std::chrono::milliseconds upstreamConnectTimeout = 3s;
inline constexpr std::chrono::milliseconds upstreamHeaderTimeout = 10s;
inline constexpr std::chrono::milliseconds upstreamSilenceTimeout = 10s;
inline constexpr std::chrono::milliseconds documentTimeout = 12s; ///< a manifest, to its last byte
inline constexpr std::chrono::milliseconds tokenTimeout = 12s;    ///< to its last byte
inline constexpr std::chrono::milliseconds listTimeout = 25s;     ///< all its pages
inline constexpr std::chrono::milliseconds brokenBlobTimeout =
    15s; ///< without a byte, however often it was asked for again: given up
inline constexpr std::chrono::milliseconds failureMemory = 5s; ///< of a token service
inline constexpr std::chrono::milliseconds trialInterval =
    500ms; ///< one request meanwhile, to see whether it is over
inline constexpr std::chrono::milliseconds probeDelay = 500ms; ///< of a server that is not reached;
inline constexpr std::chrono::milliseconds probeDelayMax = 3s; ///< each is twice as late, until so
inline constexpr std::chrono::seconds rateLimitPause = 60s;    ///< after a 429 that does not say
inline constexpr double budgetLow = 0.25;       ///< of what a registry grants: tags hold longer
inline constexpr double budgetAlmostGone = 0.1; ///< and a day at least
inline constexpr std::chrono::seconds stretchedTtl = 24h;
inline constexpr std::size_t suggestionsMax = 64; ///< registries that clients ask for in vain
inline constexpr std::chrono::hours historyKept{31 * 24};         ///< of an upstream, by the hour
inline constexpr std::chrono::milliseconds historyInterval = 60s; ///< a kill loses what is younger
inline constexpr int budgetsMax = 16;    ///< accounts of one upstream whose pulls it counts
inline constexpr int blobResumesMax = 3; ///< of one stream of bytes
inline constexpr std::chrono::milliseconds blobResumePause =
    250ms;                                     ///< before the first; then four times as long, each
inline constexpr int blobStreamsMax = 4;       ///< connections that fetch one large blob
inline constexpr int aheadStreamsMax = 12;     ///< beyond the first of each, of all blobs together
inline constexpr std::int64_t blobPieceBytes = ///< asked for at once by each; waits in memory
    8 * 1024 * 1024;
inline constexpr int redirectsMax = 5;
inline constexpr std::int64_t upstreamReadBufferBytes =
    4 * 1024 * 1024; ///< one download, not yet on disk
inline constexpr std::int64_t tokenAnswerBytesMax = 1024 * 1024;
inline constexpr std::size_t tokensMax = 10'000;
inline constexpr std::chrono::seconds tokenLifetimeDefault =
    60s; ///< distribution token spec: when not said
inline constexpr std::chrono::seconds tokenLifetimeMax = 24h;
inline constexpr std::chrono::seconds tokenSafetyMargin =
    5s; ///< not used so shortly before its end
inline constexpr std::chrono::seconds retryAfterMax = 24h;
inline constexpr std::size_t challengeBytesMax = 16 * 1024;
inline constexpr int authenticationsMax = 3; ///< 401s that one request answers
inline constexpr std::int64_t discardedBodyBytesMax =
    64 * 1024; ///< read off, of a redirect or refusal, to keep its connection
inline constexpr std::int64_t refusalBytesMax = 4 * 1024; ///< kept of it, for its words
inline constexpr std::size_t refusalWordsMax = 200;       ///< characters of them that are shown
inline constexpr std::chrono::hours visibilityKept{24};   ///< then it is found out again
inline constexpr std::chrono::seconds visibilityRetry =
    30s; ///< whether a repository is private could not be found out
inline constexpr std::size_t deniedQuestionsMax = 10'000; ///< that are not asked again until then
inline constexpr std::chrono::seconds withdrawnDigests =
    1h; ///< served still, of a repository to which access was withdrawn
inline constexpr int upstreamConnectionsPerHost =
    6; ///< what QNetworkAccessManager opens; further requests wait

// What an image may be.
inline constexpr std::int64_t manifestBytesMax =
    4 * 1024 * 1024; ///< OCI distribution-spec 1.1: at least 4 MiB
inline constexpr std::size_t manifestChildrenMax = 10'000;
inline constexpr std::size_t repositoryNameBytesMax = 255;
inline constexpr std::size_t tagBytesMax = 128;
inline constexpr std::int64_t blobBytesMax = std::int64_t{1} << 40;

// Lists.
inline constexpr std::size_t listPageMax = 1'000; ///< of _catalog, without or above `n`
inline constexpr std::size_t tagsPerRepositoryMax = 200'000;
inline constexpr int upstreamPagesMax = 1'000;
inline constexpr std::int64_t listAnswerBytesMax = 16 * 1024 * 1024;

// What is held in memory.
inline constexpr std::size_t hotManifestBytesMax = 16 * 1024 * 1024;
inline constexpr std::size_t journalRecords = 10'000;
inline constexpr std::size_t journalTextBytesMax = 1024; ///< of a target or user agent, kept
inline constexpr std::ptrdiff_t clientsMax = 1'000; ///< programs that ask, told apart; see Clients
inline constexpr std::size_t accessLogBufferBytes = 4 * 1024 * 1024;
inline constexpr std::size_t waitersPerFlightMax = 10'000;
inline constexpr std::size_t expectedTagsMax =
    10'000;                                        ///< tags whose new manifest is not stored yet
inline constexpr std::size_t absencesMax = 10'000; ///< manifests that an upstream does not have
inline constexpr std::chrono::seconds absenceMemory = 5s; ///< that it has just said so
inline constexpr std::size_t cachedListsMax = 1'000;
inline constexpr std::chrono::seconds listFreshness = 60s; ///< tags/list and referrers
inline constexpr std::size_t mediaTypesMax = 10'000;       ///< different ones; more are not known
inline constexpr std::size_t mediaTypeBytesMax = 255; ///< RFC 6838 §4.2: 127 on either side of "/"
inline constexpr std::size_t indexQueueMax = 100'000; ///< changes; more are dropped
inline constexpr std::chrono::seconds indexFillPatience{5}; ///< at the end, for all of it
inline constexpr std::size_t usesMax = 100'000;       ///< of different content between two writes
inline constexpr std::size_t keptPartialsMax = 1'000; ///< unfinished downloads, to be resumed
inline constexpr std::chrono::hours partialAgeMax{7 * 24}; ///< since its last byte
inline constexpr std::int64_t heldBackBytes = 64 * 1024;   ///< of a blob, until its digest is right

// What a configuration may be.
inline constexpr std::int64_t configBytesMax = 256 * 1024;
inline constexpr std::int64_t passwordFileBytesMax = 4 * 1024;
inline constexpr int configDepthMax = 32;             ///< nesting of its YAML
inline constexpr std::size_t configNodesMax = 20'000; ///< with every alias written out
inline constexpr int networkThreadsMax = 64;
inline constexpr int configDiagnosticsMax = 100; ///< reported at once

// What a credential may be, and how long those who keep it may take.
inline constexpr std::size_t secretBytesMax = 64 * 1024; ///< a user name, a password or a token
inline constexpr std::size_t helperNameBytesMax = 64;    ///< of docker-credential-NAME
inline constexpr std::size_t credentialsMax = 1'000;     ///< in a file, or in the keychain
inline constexpr std::int64_t credentialFileBytesMax = 4 * 1024 * 1024;
inline constexpr std::int64_t dockerConfigBytesMax = 512 * 1024;
inline constexpr std::int64_t helperAnswerBytesMax = 1024 * 1024; ///< beyond: ended
inline constexpr std::chrono::milliseconds helperTimeout = 20s;   ///< to its end; beyond: ended
inline constexpr std::size_t helperProcessesMax = 4;              ///< at once; further ones wait
inline constexpr std::size_t helperQuestionsMax = 1'000;          ///< that wait; beyond: refused
inline constexpr std::chrono::milliseconds keychainTimeout =
    60s; ///< for an answer, and who may have to unlock it
inline constexpr std::chrono::milliseconds keychainProbeTimeout = 5s; ///< whether there is one
inline constexpr std::size_t keychainJobsMax = 100; ///< that it has not answered; beyond: refused
inline constexpr std::chrono::seconds credentialMemory =
    300s; ///< what a helper or the keychain said
inline constexpr std::chrono::seconds credentialFailureMemory = 5s; ///< that they failed

// Logins of clients, by htpasswd.
inline constexpr std::size_t htpasswdBytesMax = 1024 * 1024;
inline constexpr std::size_t htpasswdUsersMax = 10'000;
inline constexpr std::size_t userNameBytesMax = 255;
inline constexpr std::size_t passwordBytesMax = 72; ///< bcrypt looks at no more
inline constexpr int bcryptCostMin = 4;
inline constexpr int bcryptCostMax = 15; ///< a login with more takes longer than clients wait
inline constexpr std::chrono::milliseconds htpasswdCheckInterval = 1s; ///< whether it has changed
inline constexpr std::size_t authorizationBytesMax = 4 * 1024;         ///< a longer one is none
inline constexpr std::size_t loginsMax = 10'000;         ///< remembered; the oldest goes
inline constexpr std::chrono::seconds loginMemory = 60s; ///< then its password is looked at again
inline constexpr int wrongPasswordsFree = 5; ///< in a row, of one address; it waits after the last
inline constexpr std::chrono::seconds wrongPasswordPause = 1s;     ///< each is twice as long, until
inline constexpr std::chrono::seconds wrongPasswordPauseMax = 10s; ///< so
inline constexpr std::chrono::minutes wrongPasswordMemory{10};     ///< without another one
inline constexpr std::size_t attemptAddressesMax = 10'000;         ///< the oldest goes
inline constexpr std::size_t passwordChecksMax = 64; ///< different ones at once; beyond: 429
inline constexpr std::size_t passwordChecksPerAddressMax = 2; ///< of these; beyond: 429

// What a client of the control socket may do. One request at a time is answered on a connection.
inline constexpr std::int64_t controlLineBytesMax = 1024 * 1024; ///< a request; beyond: refused
inline constexpr int controlConnectionsMax = 32;                 ///< beyond: closed
inline constexpr std::chrono::milliseconds controlIdleTimeout =
    60s; ///< without a request, or without taking a byte of its answer: closed
inline constexpr std::int64_t controlUnreadBytesMax =
    1024 * 1024; ///< of an answer; beyond, no events are sent to this client
inline constexpr std::int64_t controlAnswerBytesMax =
    64 * 1024 * 1024;                              ///< of a line, that a client takes
inline constexpr std::size_t questionsMax = 1'000; ///< that wait for a look at the store

// What is fetched without a client.
inline constexpr int prefetchesMax = 8;                          ///< at once; beyond: refused
inline constexpr int prefetchDownloadsMax = 3;                   ///< blobs of one prefetch at once
inline constexpr std::chrono::milliseconds prefetchTick = 200ms; ///< between two looks at it
inline constexpr std::size_t platformsMax = 32;                  ///< that one prefetch may name
inline constexpr std::chrono::milliseconds pinWatchDelay =
    60s; ///< from a look at which pinned tags are due to the next
inline constexpr std::chrono::milliseconds pinWatchPause = 1s; ///< between two that are asked for
inline constexpr std::chrono::minutes pinRetryPause{10};       ///< when upstream could not be asked

// How the store writes what is not urgent.
inline constexpr int diskThreads = 2;
inline constexpr std::int64_t hashTurnBytes =
    16 * 1024 * 1024; ///< then other downloads have theirs
inline constexpr std::chrono::milliseconds useFlushInterval = 30s;
inline constexpr std::chrono::milliseconds imageIndexDelay = 5s; ///< from a change to index.json
inline constexpr int imageIndexPauses = 50; ///< between two writings, in times of the last one

// What the store leaves free, and how it makes room.
inline constexpr std::int64_t keepFreeBytesDefault =
    std::int64_t{5} * 1024 * 1024 * 1024; ///< where the configuration says nothing
inline constexpr std::int64_t keepFreeBytesMin =
    64 * 1024 * 1024;                                ///< always: the index has to grow, too
inline constexpr std::int64_t keepFreeShareMax = 20; ///< of a small disk, those are a twentieth
inline constexpr int evictAbovePercent = 95;         ///< of what may be stored: high water
inline constexpr int evictToPercent = 90;            ///< low water
inline constexpr std::chrono::milliseconds roomCheckInterval = 5s;
inline constexpr std::chrono::minutes orphanAgeMin{10}; ///< its manifest may be on its way
inline constexpr std::size_t imageSharersMax = 5;       ///< named, of those that share content
inline constexpr std::size_t evictionStepMax = 100;     ///< files, then other work has its turn
inline constexpr int evictionRoundsMax = 3;             ///< when the catalogue changes meanwhile
inline constexpr std::int64_t unsizedReserveBytes =
    64 * 1024 * 1024; ///< at a time, for a blob of unknown size

// How a blob passes through that cannot be stored.
inline constexpr std::int64_t windowBytes = 4 * 1024 * 1024;  ///< from its slowest reader on
inline constexpr std::int64_t windowGranuleBytes = 64 * 1024; ///< a multiple of a memory page
inline constexpr std::chrono::milliseconds slowReaderTimeout =
    10s; ///< that others wait for it: cut
inline constexpr std::chrono::milliseconds slowReaderCheckInterval = 1s;

// How the store takes in what it finds on disk.
inline constexpr std::int64_t imageIndexBytesMax = 256 * 1024 * 1024; ///< a larger one is not read
inline constexpr int manifestDepthMax = 8;                            ///< of indexes in indexes
inline constexpr std::size_t inventoryStepMax = 500; ///< files, then other work has its turn
inline constexpr std::int64_t inventoryStepBytes = 8 * 1024 * 1024; ///< hashed in a turn
inline constexpr int indexReplacementsMax = 3; ///< of a damaged database while the process runs

// How all that is stored is checked.
inline constexpr std::chrono::milliseconds checkMarkInterval = 5s; ///< an interrupted one loses
inline constexpr std::chrono::milliseconds checkProgressInterval = 200ms;
inline constexpr std::int64_t checkMarkBytesMax = 1024 * 1024; ///< a larger one is none
inline constexpr std::size_t damagedListedMax = 1'000; ///< by one check; it counts the others
inline constexpr std::size_t damagedOwnersMax = 10;    ///< repositories that are named for each

// Archives of images.
inline constexpr std::int64_t archiveChunkBytes = 1024 * 1024; ///< that are copied at once
inline constexpr std::chrono::milliseconds archiveProgressInterval = 200ms;
/// Tags that an import left as they were, and what it did not take, each; it counts the others.
inline constexpr std::size_t importNotesMax = 1'000;

inline constexpr std::size_t catalogueStepMax = 1'000; ///< entries that are copied under its lock

} // namespace lanyard::limits

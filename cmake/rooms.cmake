# SPDX-License-Identifier: GPL-3.0-or-later
# The few functions every CMakeLists.txt of the house uses.

# Compiler settings of all targets. Designated initialisers leave the rest at its default on purpose.
add_library(lanyard_options INTERFACE)
target_compile_options(lanyard_options INTERFACE -Wall -Wextra -Wpedantic -Werror -Wshadow
  -Wnon-virtual-dtor -Woverloaded-virtual -Wcast-qual -Wconversion -Wno-sign-conversion
  -Wextra-semi -Wnull-dereference -Wno-missing-field-initializers -fno-omit-frame-pointer -fstack-protector-strong)
target_compile_definitions(lanyard_options INTERFACE
  QT_NO_CAST_FROM_ASCII QT_NO_CAST_TO_ASCII QT_NO_FOREACH QT_NO_KEYWORDS QT_NO_URL_CAST_FROM_STRING
  QT_DISABLE_DEPRECATED_BEFORE=0x060400 LANYARD_VERSION="${PROJECT_VERSION}")
if(LANYARD_SANITIZE)
  target_compile_options(lanyard_options INTERFACE -fsanitize=${LANYARD_SANITIZE}
    -fno-sanitize-recover=all)
  target_link_options(lanyard_options INTERFACE -fsanitize=${LANYARD_SANITIZE})
endif()
if(LANYARD_FUZZ)
  target_compile_options(lanyard_options INTERFACE -fsanitize=fuzzer-no-link)
endif()

# lanyard_room(NAME [SOURCES ...] [LINKS ...]): one room of the engine as a static library.
# What a room may link is what it may include: the floors of the house hold at link time too.
function(lanyard_room name)
  cmake_parse_arguments(ROOM "" "" "SOURCES;LINKS" ${ARGN})
  add_library(lanyard_${name} STATIC ${ROOM_SOURCES})
  set_target_properties(lanyard_${name} PROPERTIES LINKER_LANGUAGE CXX)
  target_include_directories(lanyard_${name} PUBLIC ${PROJECT_SOURCE_DIR}/engine)
  target_link_libraries(lanyard_${name} PUBLIC ${ROOM_LINKS} PRIVATE lanyard_options)
endfunction()

# lanyard_test(NAME SOURCES ... LINKS ...): one Qt Test executable, run by ctest under NAME.
function(lanyard_test name)
  cmake_parse_arguments(TEST "" "TIMEOUT" "SOURCES;LINKS" ${ARGN})
  if(NOT TEST_TIMEOUT)
    set(TEST_TIMEOUT 600)
  endif()
  add_executable(tst_${name} ${TEST_SOURCES})
  set_target_properties(tst_${name} PROPERTIES
    RUNTIME_OUTPUT_DIRECTORY ${CMAKE_BINARY_DIR}/tests)
  target_include_directories(tst_${name} PRIVATE ${PROJECT_SOURCE_DIR}/tests)
  target_compile_options(tst_${name} PRIVATE
    "SHELL:-include ${PROJECT_SOURCE_DIR}/tests/support/patience.h")
  target_link_libraries(tst_${name} PRIVATE ${TEST_LINKS} Qt6::Test lanyard_options)
  add_test(NAME ${name} COMMAND tst_${name})
  set_tests_properties(${name} PROPERTIES TIMEOUT ${TEST_TIMEOUT} LABELS unit
    ENVIRONMENT "QT_QPA_PLATFORM=offscreen;QT_LOGGING_RULES=qt.qpa.*=false;LC_ALL=C.UTF-8")
endfunction()

# SPDX-License-Identifier: MIT
# UTF-8 and SHA-256.
add_native_test(
  encoding-tests
  SOURCES encoding_utf8_test.cpp encoding_sha256_test.cpp
  LIBRARIES encoding)

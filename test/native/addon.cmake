# SPDX-License-Identifier: MIT
add_native_test(snapshot-json
                SOURCES snapshot_json_test.cpp snapshot_json_address_test.cpp
                        snapshot_json_writer_test.cpp
                LIBRARIES snapshot_json)

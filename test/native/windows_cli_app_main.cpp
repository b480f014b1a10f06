// SPDX-License-Identifier: MIT
// Stands for the app beside the console program: says its arguments, repeats its input, and ends
// with the code that its last argument names.
#include <windows.h>

#include <cstdio>
#include <cstdlib>
#include <iostream>
#include <string>

#include "helper/windows/utf8_arguments.h"

int wmain(int count, wchar_t** values) {
  const auto arguments = interface_panel::utf8Arguments(count, values);
  for (const std::string& argument : arguments) std::cout << '[' << argument << ']';
  std::cout << std::endl;
  for (std::string line; std::getline(std::cin, line);) std::cout << "read " << line << std::endl;
  std::cerr << "at the end" << std::endl;
  return arguments.size() < 2 ? 0 : std::atoi(arguments.back().c_str());
}
